package org.restante.folder;

import java.util.List;
import java.util.Optional;
import org.restante.mailstore.Mailbox;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.MailboxRole;

/**
 * One folder in the tree.
 *
 * @param address its address segment
 * @param label what people call it
 * @param role its role in lower case, for its icon; empty where it has none
 * @param selectable whether it can be opened; else it only holds others
 * @param unread how many messages are unread, 0 where that is not known
 * @param counts unread and total in words; empty where they are not known
 */
public record FolderNode(
        String address,
        String label,
        String role,
        boolean selectable,
        boolean current,
        long unread,
        String counts,
        List<FolderNode> children) {

    static FolderNode of(Mailbox mailbox, List<FolderNode> children, Optional<MailboxName> current) {
        long unread = mailbox.unseen().orElse(0);
        String counts = mailbox.total().isEmpty()
                ? ""
                : "%,d unread of %,d".formatted(unread, mailbox.total().getAsLong());
        return new FolderNode(
                mailbox.name().toAddress(),
                label(mailbox.name()),
                mailbox.role().map(MailboxRole::name).orElse("").toLowerCase(java.util.Locale.ROOT),
                mailbox.selectable(),
                current.filter(mailbox.name()::equals).isPresent(),
                unread,
                counts,
                List.copyOf(children));
    }

    /** Returns what people call a folder. */
    public static String label(MailboxName name) {
        return name.isInbox() ? "Inbox" : name.leaf();
    }
}
