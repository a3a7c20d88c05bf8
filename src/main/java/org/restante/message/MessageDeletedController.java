package org.restante.message;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.restante.account.SignedIn;
import org.restante.mailstore.Flag;
import org.restante.mailstore.MailStore;
import org.restante.mailstore.MessagePurging;
import org.restante.mailstore.MessageRef;
import org.restante.mailstore.OpenMode;
import org.restante.settings.Preferences;
import org.restante.web.Region;
import org.restante.web.Texts;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Marks messages as deleted, takes that back, or removes them for good once the person has said so. */
@Controller
class MessageDeletedController {

    private final MessageActs acts;

    MessageDeletedController(MessageActs acts) {
        this.acts = acts;
    }

    @PostMapping("/mail/{folder}/mark-deleted")
    String markDeleted(
            SelectedMessages messages, ReturnTo returnTo, MailStore mailStore, @AuthenticationPrincipal SignedIn person)
            throws IOException {
        return returnTo.list(acts.mark("markDeleted", messages, Flag.DELETED, true, mailStore, person));
    }

    @PostMapping("/mail/{folder}/undelete")
    String undelete(
            SelectedMessages messages, ReturnTo returnTo, MailStore mailStore, @AuthenticationPrincipal SignedIn person)
            throws IOException {
        Outcome outcome = acts.mark("undelete", messages, Flag.DELETED, false, mailStore, person);
        return returnTo.listOrMessage(outcome, messages);
    }

    @PostMapping("/mail/{folder}/destroy")
    String destroy(
            SelectedMessages messages,
            @RequestParam(defaultValue = "false") boolean sure,
            ReturnTo returnTo,
            MailStore mailStore,
            Preferences preferences,
            @AuthenticationPrincipal SignedIn person,
            Texts texts,
            @RequestHeader(name = Region.HEADER, required = false) @Nullable String region,
            Model model)
            throws IOException {
        if (!sure && !messages.refs().isEmpty()) {
            boolean exact = mailStore.open(messages.folder(), OpenMode.READ, MessagePurging::isExact);
            return new Questions(messages.folder(), returnTo, texts)
                    .destroy(messages, exact)
                    .show(region, model);
        }
        Optional<MessageRef> neighbour = Neighbour.afterActing(messages, returnTo, preferences, mailStore);
        Outcome outcome = acts.perform(new Act.Destroy(true), messages, mailStore, person);
        return returnTo.listOrNeighbour(outcome, neighbour);
    }
}
