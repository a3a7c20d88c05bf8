package org.restante.compose;

import java.util.Optional;
import org.restante.account.SignedIn;
import org.restante.mailstore.MailStore;
import org.restante.submission.Outbox;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What a person can do about a message in the outbox. What cannot be done any more is shown there. */
@Controller
class OutboxActController {

    private final Outbox outbox;
    private final DraftCopies copies;

    OutboxActController(Outbox outbox, DraftCopies copies) {
        this.outbox = outbox;
        this.copies = copies;
    }

    @PostMapping("/outbox/{id}/withdrawal")
    String takeBack(@PathVariable String id, @AuthenticationPrincipal SignedIn person) {
        return outbox.takeBack(person, id)
                .map(draft -> "redirect:/drafts/" + draft)
                .orElse("redirect:/outbox");
    }

    @PostMapping("/outbox/{id}/departure")
    String sendNow(@PathVariable String id, @AuthenticationPrincipal SignedIn person) {
        outbox.sendNow(person, id);
        return "redirect:/outbox";
    }

    @PostMapping("/outbox/{id}/repetition")
    String writeAgain(@PathVariable String id, @AuthenticationPrincipal SignedIn person, MailStore mailStore) {
        Optional<String> again = outbox.writeAgain(person, id);
        if (again.isPresent()) {
            outbox.find(person, id).ifPresent(entry -> copies.remove(entry.messageId(), mailStore));
        }
        return again.map(draft -> "redirect:/drafts/" + draft).orElse("redirect:/outbox");
    }

    @PostMapping("/outbox/{id}/arrival")
    String confirm(@PathVariable String id, @AuthenticationPrincipal SignedIn person) {
        outbox.confirm(person, id);
        return "redirect:/outbox";
    }

    @PostMapping("/outbox/{id}/filing")
    String file(@PathVariable String id, @AuthenticationPrincipal SignedIn person) {
        outbox.file(person, id);
        return "redirect:/outbox";
    }

    @PostMapping("/outbox/{id}/dismissal")
    String dismiss(@PathVariable String id, @AuthenticationPrincipal SignedIn person) {
        outbox.dismiss(person, id);
        return "redirect:/outbox";
    }
}
