package org.restante.message;

import java.io.IOException;
import java.util.Set;
import org.restante.mailstore.Flag;
import org.restante.mailstore.MailStore;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/** Flags messages, or takes the flag off. */
@Controller
class MessageFlaggedController {

    private static final Set<Flag> FLAGGED = Set.of(Flag.FLAGGED);

    @PostMapping("/mail/{folder}/flag")
    String flag(SelectedMessages messages, ReturnTo returnTo, MailStore mailStore) throws IOException {
        int there = messages.change(mailStore, mailbox -> mailbox.addFlags(messages.refs(), FLAGGED));
        return returnTo.listOrMessage("flag", messages, there);
    }

    @PostMapping("/mail/{folder}/unflag")
    String unflag(SelectedMessages messages, ReturnTo returnTo, MailStore mailStore) throws IOException {
        int there = messages.change(mailStore, mailbox -> mailbox.removeFlags(messages.refs(), FLAGGED));
        return returnTo.listOrMessage("unflag", messages, there);
    }
}
