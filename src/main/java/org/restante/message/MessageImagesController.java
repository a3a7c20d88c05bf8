package org.restante.message;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.restante.account.KeptPreferences;
import org.restante.account.SignedIn;
import org.restante.mailstore.MailStore;
import org.restante.mailstore.MessageRef;
import org.restante.mailstore.MessageSummary;
import org.restante.mailstore.OpenMode;
import org.restante.message.remote.AllowedSenders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Remembers whose pictures a person always wants to see, or no longer. */
@Controller
class MessageImagesController {

    private final KeptPreferences kept;

    MessageImagesController(KeptPreferences kept) {
        this.kept = kept;
    }

    @PostMapping("/mail/{folder}/{ref}/images")
    String always(
            MessageRef ref,
            @RequestParam String always,
            @RequestParam @Nullable Integer page,
            @AuthenticationPrincipal SignedIn person,
            MailStore mailStore)
            throws IOException {
        MessageSummary message = mailStore.open(ref.mailbox(), OpenMode.READ, mailbox -> mailbox.message(ref));
        String sender = BodyView.sender(message);
        AllowedSenders before = AllowedSenders.of(person);
        AllowedSenders after =
                switch (always) {
                    case "sender" -> before.withSender(sender);
                    case "domain" -> before.withDomainOf(sender);
                    case "never" -> before.without(sender);
                    default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
                };
        kept.change(person, after.preference());
        return "redirect:/mail/{folder}/{ref}" + (page == null || page <= 1 ? "" : "?page=" + page);
    }
}
