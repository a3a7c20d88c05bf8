package org.restante.message;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.restante.mailstore.Flag;
import org.restante.mailstore.MailFailure;
import org.restante.mailstore.MailStore;
import org.restante.mailstore.MessageRef;
import org.restante.mailstore.MessageView;
import org.restante.mailstore.OpenMode;
import org.restante.settings.Preferences;
import org.restante.web.Dates;
import org.restante.web.Region;
import org.restante.web.Texts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** One message. Opening it marks it as seen: the one GET that changes something, and not where a
 * browser only fetches it in advance, nor where a script asks for a part of the page: it says by itself when the message was seen. */
@Controller
class MessageController {

    @GetMapping("/mail/{folder}/{ref}")
    String message(
            MessageRef ref,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "") String view,
            Done done,
            MailStore mailStore,
            Preferences preferences,
            Texts texts,
            Dates dates,
            @RequestHeader(name = Region.HEADER, required = false) @Nullable String region,
            HttpServletRequest request,
            Model model)
            throws IOException {
        MessageView found = mailStore.open(ref.mailbox(), OpenMode.READ, mailbox -> mailbox.view(ref));
        if (!found.message().is(Flag.SEEN) && isOpened(request)) {
            found = markSeen(found, mailStore);
        }
        boolean textView = view.isEmpty() ? preferences.prefersText() : view.equals("text");
        model.addAttribute("message", MessagePageModel.of(found, page, textView, texts, dates));
        model.addAttribute("acts", FolderActs.of(ref.mailbox(), found.mailboxes(), preferences));
        model.addAttribute("done", done.sentence(found.mailboxes(), texts));
        model.addAttribute("undo", done.undoable());
        return Region.view("message/message", region, "mail", "message");
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
