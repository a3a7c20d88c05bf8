package org.restante.message;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.restante.account.SignedIn;
import org.restante.mailstore.Flag;
import org.restante.mailstore.MailStore;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.MailboxWork;
import org.restante.mailstore.MessagePurging;
import org.restante.mailstore.MessageSet;
import org.restante.mailstore.OpenMode;
import org.restante.web.Region;
import org.restante.web.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * Removes for good what is marked as deleted in a folder, or all that is in it. It first asks, and says how many these are; the answer
 * concerns them alone, whatever was marked or has arrived since.
 */
@Controller
class FolderPurgeController {

    private final MessageActs acts;

    FolderPurgeController(MessageActs acts) {
        this.acts = acts;
    }

    @PostMapping(path = "/mail/{folder}/purge", params = "!messages")
    String askToPurge(
            @PathVariable MailboxName folder,
            ReturnTo returnTo,
            MailStore mailStore,
            Texts texts,
            @RequestHeader(name = Region.HEADER, required = false) @Nullable String region,
            Model model)
            throws IOException {
        return ask("purge", folder, mailbox -> mailbox.with(Flag.DELETED), returnTo, mailStore, texts, region, model);
    }

    @PostMapping(path = "/mail/{folder}/empty", params = "!messages")
    String askToEmpty(
            @PathVariable MailboxName folder,
            ReturnTo returnTo,
            MailStore mailStore,
            Texts texts,
            @RequestHeader(name = Region.HEADER, required = false) @Nullable String region,
            Model model)
            throws IOException {
        return ask("empty", folder, MessagePurging::all, returnTo, mailStore, texts, region, model);
    }

    private static String ask(
            String act,
            MailboxName folder,
            MailboxWork<MessageSet> which,
            ReturnTo returnTo,
            MailStore mailStore,
            Texts texts,
            @Nullable String region,
            Model model)
            throws IOException {
        Removal removal =
                mailStore.open(folder, OpenMode.READ, mailbox -> new Removal(which.with(mailbox), mailbox.isExact()));
        return removal.messages.size() == 0
                ? "redirect:/mail/{folder}?done=nothingMarked"
                : new Questions(folder, returnTo, texts)
                        .removeAll(act, removal.messages, removal.exact, mailStore.mailboxes())
                        .show(region, model);
    }

    private record Removal(MessageSet messages, boolean exact) {}

    @PostMapping(path = "/mail/{folder}/purge", params = "messages")
    String purge(
            @PathVariable MailboxName folder,
            @RequestParam String messages,
            ReturnTo returnTo,
            MailStore mailStore,
            @AuthenticationPrincipal SignedIn person)
            throws IOException {
        return remove(folder, messages, false, returnTo, mailStore, person);
    }

    @PostMapping(path = "/mail/{folder}/empty", params = "messages")
    String empty(
            @PathVariable MailboxName folder,
            @RequestParam String messages,
            ReturnTo returnTo,
            MailStore mailStore,
            @AuthenticationPrincipal SignedIn person)
            throws IOException {
        return remove(folder, messages, true, returnTo, mailStore, person);
    }

    private String remove(
            MailboxName folder, String messages, boolean marks, ReturnTo returnTo, MailStore mailStore, SignedIn person)
            throws IOException {
        SelectedMessages all = SelectedMessages.of(read(folder, messages), null);
        return returnTo.list(acts.perform(new Act.Destroy(marks), all, mailStore, person));
    }

    static MessageSet read(MailboxName folder, String messages) {
        try {
            return MessageSet.of(folder, messages);
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, null, e);
        }
    }
}
