package org.restante.message;

import java.io.IOException;
import java.util.EnumSet;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.restante.account.SignedIn;
import org.restante.mailstore.MailStore;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.MailboxRole;
import org.restante.mailstore.MessagePurging;
import org.restante.mailstore.MessageSet;
import org.restante.mailstore.OpenMode;
import org.restante.settings.Preferences;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Removes from the trash and the folder of junk what has lain there for as many days as the person chose. The page sends this by itself
 * when such a folder is opened.
 */
@Controller
class FolderCleanController {

    private static final Set<MailboxRole> RUBBISH = EnumSet.of(MailboxRole.TRASH, MailboxRole.JUNK);

    private final FolderDays days;
    private final MessageActs acts;

    FolderCleanController(FolderDays days, MessageActs acts) {
        this.days = days;
        this.acts = acts;
    }

    @PostMapping("/mail/{folder}/clean")
    String clean(
            @PathVariable MailboxName folder,
            ReturnTo returnTo,
            MailStore mailStore,
            Preferences preferences,
            @AuthenticationPrincipal SignedIn person)
            throws IOException {
        OptionalInt kept = preferences.cleaningDays();
        if (kept.isEmpty() || !isForRubbish(folder, mailStore)) {
            return "redirect:/mail/{folder}";
        }
        MessageSet all = mailStore.open(folder, OpenMode.READ, MessagePurging::all);
        days.remember(all, person);
        OptionalLong upTo = days.lain(all, kept.getAsInt(), person);
        MessageSet old = new MessageSet(
                folder,
                all.uidValidity(),
                all.uids().stream()
                        .filter(uid -> upTo.isPresent() && uid.value() <= upTo.getAsLong())
                        .toList());
        return old.size() == 0
                ? "redirect:/mail/{folder}"
                : returnTo.list(acts.perform(new Act.Destroy(true), SelectedMessages.of(old, null), mailStore, person));
    }

    private static boolean isForRubbish(MailboxName folder, MailStore mailStore) {
        return mailStore.mailboxes().stream()
                .filter(mailbox -> mailbox.name().equals(folder))
                .anyMatch(mailbox -> mailbox.role().filter(RUBBISH::contains).isPresent());
    }
}
