package org.restante.message;

import java.io.IOException;
import org.restante.account.SignedIn;
import org.restante.mailstore.Flag;
import org.restante.mailstore.MailStore;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/** Flags messages, or takes the flag off. */
@Controller
class MessageFlaggedController {

    private final MessageActs acts;

    MessageFlaggedController(MessageActs acts) {
        this.acts = acts;
    }

    @PostMapping("/mail/{folder}/flag")
    String flag(
            SelectedMessages messages, ReturnTo returnTo, MailStore mailStore, @AuthenticationPrincipal SignedIn person)
            throws IOException {
        Outcome outcome = acts.mark("flag", messages, Flag.FLAGGED, true, mailStore, person);
        return returnTo.listOrMessage(outcome, messages);
    }

    @PostMapping("/mail/{folder}/unflag")
    String unflag(
            SelectedMessages messages, ReturnTo returnTo, MailStore mailStore, @AuthenticationPrincipal SignedIn person)
            throws IOException {
        Outcome outcome = acts.mark("unflag", messages, Flag.FLAGGED, false, mailStore, person);
        return returnTo.listOrMessage(outcome, messages);
    }
}
