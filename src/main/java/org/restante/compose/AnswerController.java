package org.restante.compose;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.restante.account.SignedIn;
import org.restante.mailstore.Flag;
import org.restante.mailstore.MailFailure;
import org.restante.mailstore.MailStore;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.MessageRef;
import org.restante.mailstore.OpenMailbox;
import org.restante.mailstore.OpenMode;
import org.restante.mime.WrittenHtml;
import org.restante.submission.Draft;
import org.restante.submission.DraftContext;
import org.restante.submission.DraftFields;
import org.restante.submission.Drafts;
import org.restante.submission.Identity;
import org.restante.submission.Priority;
import org.restante.web.Dates;
import org.restante.web.Region;
import org.restante.web.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Begins a draft from a message: an answer, a forward, or the same once more; or from several, which go along as files. */
@Controller
class AnswerController {

    private static final int MOST = 100;

    private final Drafts drafts;
    private final Composer composer;

    AnswerController(Drafts drafts, Composer composer) {
        this.drafts = drafts;
        this.composer = composer;
    }

    /** Leads to the draft; a script that opens a composer gets that at once. */
    @PostMapping("/drafts")
    ModelAndView begin(
            @RequestParam MailboxName folder,
            @RequestParam List<String> ref,
            @RequestParam Answering as,
            @RequestHeader(name = Region.HEADER, required = false) @Nullable String region,
            @AuthenticationPrincipal SignedIn person,
            MailStore mailStore,
            Texts texts,
            Dates dates)
            throws IOException {
        List<MessageRef> messages = ref.stream().map(each -> key(folder, each)).toList();
        if (messages.size() > MOST || messages.size() > 1 && as != Answering.ATTACHED) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        // Chosen before the mailbox is opened: where that has to be done twice, the draft is the same.
        String id = Drafts.newId();
        String draft = mailStore.open(folder, OpenMode.READ, mailbox -> {
            if (messages.size() > 1) {
                forwardAll(mailbox, messages, id, person, texts);
                return id;
            }
            return begin(Original.read(mailbox, messages.get(0)), id, as, person, texts, dates);
        });
        return "composer".equals(region) && !composer.isSubmitted(person, draft)
                ? composer.page(person, composer.draft(person, draft), null, texts)
                : new ModelAndView("redirect:/drafts/" + draft);
    }

    private String begin(Original original, String id, Answering as, SignedIn person, Texts texts, Dates dates)
            throws IOException {
        String messageId = original.message().envelope().messageId();
        Optional<Draft> ours = as == Answering.AGAIN ? drafts.findByMessageId(person, messageId) : Optional.empty();
        if (ours.isPresent()) {
            return ours.get().id();
        }
        QuotedHtml html = QuotedHtml.of(original, id);
        Identity identity = composer.suited(person, original.message().envelope());
        var answer = new Answer(original, identity, composer.own(person), as, html, texts, dates);
        boolean theirs = as == Answering.AGAIN
                && original.message().is(Flag.DRAFT)
                && !Original.identifiers(messageId).isEmpty();
        Draft draft = theirs
                ? drafts.adopt(person, id, Original.identifiers(messageId), answer.fields(), answer.adopted())
                : drafts.save(person, id, 0, answer.fields(), answer.context());
        if (as == Answering.REDIRECT) {
            attach(draft, original.whole(texts).get(0), Draft.REDIRECTED, false, Composer.MOST_STREAMED);
            return draft.id();
        }
        attach(draft, as == Answering.ATTACHED ? original.whole(texts) : original.files(), html, as);
        return draft.id();
    }

    private static MessageRef key(MailboxName folder, String ref) {
        try {
            return MessageRef.of(folder, ref);
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, null, e);
        }
    }

    private void forwardAll(OpenMailbox mailbox, List<MessageRef> messages, String id, SignedIn person, Texts texts)
            throws IOException {
        Identity identity = composer.identity(person, "");
        String subject = "Fwd: " + texts.get("compose.forwardedMessages", messages.size());
        String designed = QuotedHtml.begun(identity.signedHtml());
        var fields = new DraftFields(
                identity.address(), "", "", "", "", subject, WrittenHtml.text(designed), designed, Priority.NORMAL);
        Draft draft = drafts.save(person, id, 0, fields, DraftContext.NONE);
        long left = Composer.MOST_STREAMED;
        for (MessageRef message : messages) {
            Original.File file = Original.whole(mailbox, mailbox.message(message), texts);
            left = attach(draft, file, file.key() + message.key(), false, left);
        }
    }

    /** Pictures in the text go along with all that quotes it, other files only with what passes the message on. */
    private void attach(Draft draft, List<Original.File> files, QuotedHtml html, Answering as) throws IOException {
        long left = Composer.MOST_STREAMED;
        for (Original.File file : files) {
            boolean inText = as != Answering.ATTACHED && html.pictures().contains(file.key());
            if (inText || as.takesFiles()) {
                left = attach(draft, file, file.key(), inText, left);
            }
        }
    }

    /** What is too much is left out: the draft is there, and the person sees what is attached. */
    private long attach(Draft draft, Original.File file, String key, boolean inText, long left) throws IOException {
        if (file.size() > left) {
            return left;
        }
        try (var content = file.content().open()) {
            drafts.attach(draft, key, file.name(), file.type(), inText, content);
            return left - file.size();
        } catch (MailFailure.Gone e) {
            // A part that the server announces and does not give.
            return left;
        }
    }
}
