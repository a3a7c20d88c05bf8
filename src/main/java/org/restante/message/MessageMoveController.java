package org.restante.message;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.restante.account.SignedIn;
import org.restante.mailstore.MailStore;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.MessageRef;
import org.restante.settings.Preferences;
import org.restante.web.Region;
import org.restante.web.Texts;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Moves and copies messages to a folder that the person chooses; asks for it where it was not said. */
@Controller
class MessageMoveController {

    private final MessageActs acts;

    MessageMoveController(MessageActs acts) {
        this.acts = acts;
    }

    @PostMapping(path = "/mail/{folder}/move", params = "to")
    String move(
            SelectedMessages messages,
            @RequestParam MailboxName to,
            ReturnTo returnTo,
            MailStore mailStore,
            Preferences preferences,
            @AuthenticationPrincipal SignedIn person)
            throws IOException {
        Optional<MessageRef> neighbour = Neighbour.afterActing(messages, returnTo, preferences, mailStore);
        return returnTo.listOrNeighbour(acts.move(messages, to, mailStore, person), neighbour);
    }

    @PostMapping(path = "/mail/{folder}/copy", params = "to")
    String copy(
            SelectedMessages messages,
            @RequestParam MailboxName to,
            ReturnTo returnTo,
            MailStore mailStore,
            @AuthenticationPrincipal SignedIn person)
            throws IOException {
        return returnTo.list(acts.copy(messages, to, mailStore, person));
    }

    @PostMapping(path = "/mail/{folder}/move", params = "!to")
    String askWhereToMove(
            SelectedMessages messages,
            ReturnTo returnTo,
            MailStore mailStore,
            Texts texts,
            @RequestHeader(name = Region.HEADER, required = false) @Nullable String region,
            Model model) {
        return ask("move", messages, returnTo, mailStore, texts).show(region, model);
    }

    @PostMapping(path = "/mail/{folder}/copy", params = "!to")
    String askWhereToCopy(
            SelectedMessages messages,
            ReturnTo returnTo,
            MailStore mailStore,
            Texts texts,
            @RequestHeader(name = Region.HEADER, required = false) @Nullable String region,
            Model model) {
        return ask("copy", messages, returnTo, mailStore, texts).show(region, model);
    }

    private static Question ask(
            String act, SelectedMessages messages, ReturnTo returnTo, MailStore mailStore, Texts texts) {
        return new Questions(messages.folder(), returnTo, texts).where(act, messages, mailStore.mailboxes());
    }
}
