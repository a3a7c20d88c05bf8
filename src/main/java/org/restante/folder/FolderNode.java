package org.restante.folder;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.restante.mailstore.Mailbox;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.MailboxRole;
import org.restante.web.Texts;

/**
 * One folder in the tree.
 *
 * @param address its address segment
 * @param label what people call it
 * @param role its role in lower case; empty where it has none
 * @param icon the name of its icon
 * @param selectable whether it can be opened; else it only holds others
 * @param unread how many messages are unread; empty where there are none, or that is not known
 * @param unreadInWords the same for those who do not see where it stands
 * @param closed whether those in it are not shown
 * @param counts unread and total in words; empty where they are not known
 */
public record FolderNode(
        String address,
        String label,
        String role,
        String icon,
        boolean selectable,
        boolean current,
        String unread,
        String unreadInWords,
        String counts,
        List<FolderNode> children,
        boolean closed) {

    /** Returns it without those in it. */
    FolderNode alone() {
        return new FolderNode(
                address, label, role, icon, selectable, current, unread, unreadInWords, counts, List.of(), false);
    }

    static FolderNode of(
            Mailbox mailbox, List<FolderNode> children, Optional<MailboxName> current, TreeLook look, Texts texts) {
        long unread = mailbox.unseen().orElse(0);
        String role = mailbox.role().map(MailboxRole::name).orElse("").toLowerCase(Locale.ROOT);
        String counts = mailbox.total().isEmpty()
                ? ""
                : texts.get("folder.counts", unread, mailbox.total().getAsLong());
        return new FolderNode(
                mailbox.name().toAddress(),
                FolderLabel.of(mailbox.name(), mailbox.role(), texts),
                role,
                role.isEmpty() ? "folder" : role,
                mailbox.selectable(),
                current.filter(mailbox.name()::equals).isPresent(),
                unread == 0 ? "" : texts.number(unread),
                unread == 0 ? "" : texts.get("folder.unread", unread),
                counts,
                List.copyOf(children),
                look.closed().contains(mailbox.name().toAddress()));
    }
}
