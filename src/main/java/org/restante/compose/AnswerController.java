package org.restante.compose;

import java.io.IOException;
import java.util.Optional;
import org.restante.account.SignedIn;
import org.restante.mailstore.MailFailure;
import org.restante.mailstore.MailStore;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.MessageRef;
import org.restante.mailstore.OpenMode;
import org.restante.submission.Draft;
import org.restante.submission.Drafts;
import org.restante.submission.Identity;
import org.restante.web.Dates;
import org.restante.web.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Begins a draft from a message: an answer, a forward, or the same once more. */
@Controller
class AnswerController {

    private final Drafts drafts;
    private final Composer composer;

    AnswerController(Drafts drafts, Composer composer) {
        this.drafts = drafts;
        this.composer = composer;
    }

    @PostMapping("/drafts")
    String begin(
            @RequestParam MailboxName folder,
            @RequestParam String ref,
            @RequestParam Answering as,
            @AuthenticationPrincipal SignedIn person,
            MailStore mailStore,
            Texts texts,
            Dates dates)
            throws IOException {
        MessageRef message = key(folder, ref);
        // Chosen before the mailbox is opened: where that has to be done twice, the draft is the same.
        String id = Drafts.newId();
        return mailStore.open(folder, OpenMode.READ, mailbox -> {
            Original original = Original.read(mailbox, message);
            Optional<Draft> ours = as == Answering.AGAIN
                    ? drafts.findByMessageId(
                            person, original.message().envelope().messageId())
                    : Optional.empty();
            if (ours.isPresent()) {
                return "redirect:/drafts/" + ours.get().id();
            }
            Identity identity = composer.suited(person, original.message().envelope());
            var answer = new Answer(original, identity, composer.own(person), as, texts, dates);
            Draft draft = drafts.save(person, id, 0, answer.fields(), answer.context());
            if (as.takesFiles()) {
                attach(draft, original, as, texts);
            }
            return "redirect:/drafts/" + draft.id();
        });
    }

    private static MessageRef key(MailboxName folder, String ref) {
        try {
            return MessageRef.of(folder, ref);
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, null, e);
        }
    }

    /** What is too much is left out: the draft is there, and the person sees what is attached. */
    private void attach(Draft draft, Original original, Answering as, Texts texts) throws IOException {
        long left = Composer.MOST;
        for (Original.File file : as == Answering.ATTACHED ? original.whole(texts) : original.files()) {
            left -= file.size();
            if (left >= 0) {
                try (var content = file.content().open()) {
                    drafts.attach(draft, file.key(), file.name(), file.type(), content);
                } catch (MailFailure.Gone e) {
                    // A part that the server announces and does not give.
                    left += file.size();
                }
            }
        }
    }
}
