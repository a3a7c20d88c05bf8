package org.restante.message;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.restante.mailstore.Flag;
import org.restante.mailstore.MailStore;
import org.restante.mailstore.MessageRef;
import org.restante.settings.Preferences;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/** Marks messages as seen, or as not seen. */
@Controller
class MessageSeenController {

    private static final Set<Flag> SEEN = Set.of(Flag.SEEN);

    @PostMapping("/mail/{folder}/seen")
    String seen(SelectedMessages messages, ReturnTo returnTo, MailStore mailStore) throws IOException {
        int there = messages.change(mailStore, mailbox -> mailbox.addFlags(messages.refs(), SEEN));
        return returnTo.list("seen", messages, there);
    }

    @PostMapping("/mail/{folder}/unseen")
    String unseen(SelectedMessages messages, ReturnTo returnTo, Preferences preferences, MailStore mailStore)
            throws IOException {
        Optional<MessageRef> neighbour = Neighbour.afterActing(messages, returnTo, preferences, mailStore);
        int there = messages.change(mailStore, mailbox -> mailbox.removeFlags(messages.refs(), SEEN));
        return returnTo.listOrNeighbour("unseen", messages, there, neighbour);
    }
}
