package org.restante.message;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.restante.account.SignedIn;
import org.restante.folder.TreeLook;
import org.restante.mailstore.Flag;
import org.restante.mailstore.MailFailure;
import org.restante.mailstore.MailStore;
import org.restante.mailstore.MailboxRights;
import org.restante.mailstore.MessageRef;
import org.restante.mailstore.MessageSummary;
import org.restante.mailstore.MessageView;
import org.restante.mailstore.OpenMode;
import org.restante.mime.AuthenticationResults;
import org.restante.mime.RenderedBody;
import org.restante.mime.html.SanitizedHtml.Remote;
import org.restante.settings.Preferences;
import org.restante.web.Dates;
import org.restante.web.Region;
import org.restante.web.Texts;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** One message. Opening it marks it as seen: the one GET that changes something, and not where a
 * browser only fetches it in advance, nor where a script asks for a part of the page: it says by itself when the message was seen. */
@Controller
class MessageController {

    private final BodyRenderer renderer;
    private final BodyCache cache;
    private final SenderAuthenticity authenticity;

    MessageController(BodyRenderer renderer, BodyCache cache, SenderAuthenticity authenticity) {
        this.authenticity = authenticity;
        this.renderer = renderer;
        this.cache = cache;
    }

    @GetMapping("/mail/{folder}/{ref}")
    String message(
            MessageRef ref,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "") String view,
            Done done,
            @RequestParam(defaultValue = "") String images,
            @AuthenticationPrincipal SignedIn person,
            MailStore mailStore,
            Preferences preferences,
            Texts texts,
            Dates dates,
            @RequestHeader(name = Region.HEADER, required = false) @Nullable String region,
            HttpServletRequest request,
            Model model)
            throws IOException {
        Opened opened = mailStore.open(
                ref.mailbox(), OpenMode.READ, mailbox -> new Opened(mailbox.view(ref), mailbox.rights()));
        MessageView found = opened.view;
        if (!found.message().is(Flag.SEEN) && isOpened(request)) {
            found = markSeen(found, mailStore);
        }
        boolean textView = view.isEmpty() ? preferences.prefersText() : view.equals("text");
        model.addAttribute("acts", FolderActs.of(ref.mailbox(), found.mailboxes(), opened.rights, preferences));
        model.addAttribute("done", done.sentence(found.mailboxes(), texts));
        model.addAttribute("undo", done.undoable());
        BodyView body = BodyView.of(textView, images);
        Known known = read(found.message(), body, person, mailStore, texts, dates, request.getContextPath());
        MessageView shown = new MessageView(found.mailboxes(), known.message());
        model.addAttribute(
                "message",
                MessagePageModel.of(
                        shown,
                        page,
                        body,
                        known.cards(),
                        RemoteNotice.of(known.remote(), body, found.message(), person),
                        TrustLine.of(found.message().envelope(), known.results(), texts),
                        preferences.labels(texts),
                        TreeLook.of(preferences),
                        texts,
                        dates));
        return Region.view("message/message", region, "mail", "message");
    }

    private record Opened(MessageView view, MailboxRights rights) {}

    /** What is known of a message when it was read; what Outlook packed into one part is taken apart. */
    private record Known(
            MessageSummary message, Remote remote, Optional<AuthenticationResults> results, MessageCards cards) {}

    /** The frame's document is made here already, since the page says what was left out of it; the frame then finds it made. */
    private Known read(
            MessageSummary message,
            BodyView view,
            SignedIn person,
            MailStore mailStore,
            Texts texts,
            Dates dates,
            String contextPath)
            throws IOException {
        MessageRef ref = message.ref();
        try {
            return mailStore.open(ref.mailbox(), OpenMode.READ, mailbox -> {
                MessageSummary opened = MessageParts.opened(mailbox, message);
                RenderedBody body = renderer.render(mailbox, opened, view, person, texts, contextPath);
                cache.put(BodyCache.Key.of(person, ref, view, texts), body.html());
                return new Known(
                        opened,
                        body.remote(),
                        authenticity.of(mailbox, ref, person),
                        MessageCards.read(mailbox, opened, dates, texts));
            });
        } catch (MailFailure.Authentication e) {
            throw e;
        } catch (MailFailure e) {
            // The frame asks once more, and says what is wrong if that fails as well.
            return new Known(message, Remote.NONE, Optional.empty(), MessageCards.NONE);
        }
    }

    private static boolean isOpened(HttpServletRequest request) {
        String purpose = request.getHeader("Sec-Purpose");
        return request.getMethod().equals("GET")
                && request.getHeader("X-Prefetch") == null
                && request.getHeader(Region.HEADER) == null
                && (purpose == null || !purpose.contains("prefetch"));
    }

    private static MessageView markSeen(MessageView found, MailStore mailStore) throws IOException {
        MessageRef ref = found.message().ref();
        try {
            mailStore.open(ref.mailbox(), OpenMode.WRITE, mailbox -> mailbox.addFlags(List.of(ref), Set.of(Flag.SEEN)));
        } catch (MailFailure.Refused e) {
            return found;
        }
        return new MessageView(mailStore.mailboxes(), found.message());
    }
}
