package org.restante.message;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.restante.account.SignedIn;
import org.restante.mailstore.MailStore;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.MailboxRole;
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

/** Moves messages to the folder that has a role. Where there is none it asks before one is made, and nothing happens until then. */
@Controller
class MessageRoleController {

    private final MessageActs acts;

    MessageRoleController(MessageActs acts) {
        this.acts = acts;
    }

    @PostMapping({"/mail/{folder}/archive", "/mail/{folder}/trash", "/mail/{folder}/junk", "/mail/{folder}/not-junk"})
    String move(
            HttpServletRequest request,
            SelectedMessages messages,
            @RequestParam(defaultValue = "false") boolean create,
            ReturnTo returnTo,
            MailStore mailStore,
            Preferences preferences,
            @AuthenticationPrincipal SignedIn person,
            Texts texts,
            @RequestHeader(name = Region.HEADER, required = false) @Nullable String region,
            Model model)
            throws IOException {
        String act = request.getRequestURI().replaceFirst(".*/", "");
        MailboxRole role = role(act);
        Optional<MailboxName> target =
                create ? Optional.of(RoleFolder.findOrCreate(role, mailStore)) : RoleFolder.find(role, mailStore);
        if (target.isEmpty()) {
            return new Questions(messages.folder(), returnTo, texts)
                    .create(act, role, messages)
                    .show(region, model);
        }
        Optional<MessageRef> neighbour = Neighbour.afterActing(messages, returnTo, preferences, mailStore);
        Outcome outcome = act.endsWith("junk")
                ? acts.moveAs(role == MailboxRole.JUNK, messages, target.get(), mailStore, person)
                : role == MailboxRole.ARCHIVE && preferences.archivesByYear()
                        ? acts.perform(new Act.Archive(target.get()), messages, mailStore, person)
                        : acts.move(messages, target.get(), mailStore, person);
        return returnTo.listOrNeighbour(outcome, neighbour);
    }

    private static MailboxRole role(String act) {
        return switch (act) {
            case "archive" -> MailboxRole.ARCHIVE;
            case "trash" -> MailboxRole.TRASH;
            case "junk" -> MailboxRole.JUNK;
            default -> MailboxRole.INBOX;
        };
    }
}
