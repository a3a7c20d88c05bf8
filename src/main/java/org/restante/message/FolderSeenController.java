package org.restante.message;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.restante.account.SignedIn;
import org.restante.mailstore.Flag;
import org.restante.mailstore.MailStore;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.MessageFilter;
import org.restante.mailstore.MessageSet;
import org.restante.mailstore.OpenMode;
import org.restante.mailstore.Uid;
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

/** Marks all as read that a list showed. */
@Controller
class FolderSeenController {

    private final MessageActs acts;

    FolderSeenController(MessageActs acts) {
        this.acts = acts;
    }

    /**
     * Marks as read what arrived no later than the newest message that the list showed.
     *
     * @param through the key of that one; null where the list did not show the newest: then the person is asked
     */
    @PostMapping(path = "/mail/{folder}/all-seen", params = "!messages")
    String allSeen(
            @PathVariable MailboxName folder,
            @RequestParam @Nullable String through,
            ReturnTo returnTo,
            MailStore mailStore,
            Texts texts,
            @AuthenticationPrincipal SignedIn person,
            @RequestHeader(name = Region.HEADER, required = false) @Nullable String region,
            Model model)
            throws IOException {
        MessageSet unread = mailStore
                .open(folder, OpenMode.READ, mailbox -> mailbox.find(new MessageFilter.Without(Flag.SEEN)))
                .messages();
        if (unread.size() == 0) {
            return "redirect:/mail/{folder}?done=allSeen";
        }
        if (through == null) {
            return new Questions(folder, returnTo, texts)
                    .seeAll(unread, mailStore.mailboxes())
                    .show(region, model);
        }
        return mark(upTo(unread, through), returnTo, mailStore, person);
    }

    @PostMapping(path = "/mail/{folder}/all-seen", params = "messages")
    String allSeen(
            @PathVariable MailboxName folder,
            @RequestParam String messages,
            ReturnTo returnTo,
            MailStore mailStore,
            @AuthenticationPrincipal SignedIn person)
            throws IOException {
        return mark(FolderPurgeController.read(folder, messages), returnTo, mailStore, person);
    }

    private String mark(MessageSet messages, ReturnTo returnTo, MailStore mailStore, SignedIn person)
            throws IOException {
        SelectedMessages all = SelectedMessages.of(messages, null);
        return returnTo.list(acts.mark("seen", all, Flag.SEEN, true, mailStore, person));
    }

    private static MessageSet upTo(MessageSet unread, String through) {
        try {
            Uid newest = new Uid(Long.parseLong(through.substring(through.indexOf('-') + 1)));
            return new MessageSet(
                    unread.mailbox(),
                    unread.uidValidity(),
                    unread.uids().stream()
                            .filter(uid -> uid.compareTo(newest) <= 0)
                            .toList());
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, null, e);
        }
    }
}
