package org.restante.message;

import java.io.IOException;
import java.util.Optional;
import org.restante.account.SignedIn;
import org.restante.mailstore.Flag;
import org.restante.mailstore.MailStore;
import org.restante.mailstore.MessageRef;
import org.restante.settings.Preferences;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Marks messages as seen, or as not seen. */
@Controller
class MessageSeenController {

    private final MessageActs acts;

    MessageSeenController(MessageActs acts) {
        this.acts = acts;
    }

    @PostMapping("/mail/{folder}/seen")
    String seen(
            SelectedMessages messages,
            @RequestParam(defaultValue = "false") boolean quietly,
            ReturnTo returnTo,
            MailStore mailStore,
            @AuthenticationPrincipal SignedIn person)
            throws IOException {
        return returnTo.list(acts.mark("seen", messages, Flag.SEEN, true, mailStore, quietly ? null : person));
    }

    @PostMapping("/mail/{folder}/unseen")
    String unseen(
            SelectedMessages messages,
            ReturnTo returnTo,
            Preferences preferences,
            MailStore mailStore,
            @AuthenticationPrincipal SignedIn person)
            throws IOException {
        Optional<MessageRef> neighbour = Neighbour.afterActing(messages, returnTo, preferences, mailStore);
        Outcome outcome = acts.mark("unseen", messages, Flag.SEEN, false, mailStore, person);
        return returnTo.listOrNeighbour(outcome, neighbour);
    }
}
