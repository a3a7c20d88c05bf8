package org.restante.message;

import java.util.List;
import java.util.Optional;
import org.restante.mailstore.Mailbox;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.MailboxRights;
import org.restante.mailstore.MailboxRole;
import org.restante.settings.Preferences;

/**
 * What can be done with the messages of a folder.
 *
 * @param folder its address segment
 * @param archive whether archiving them leads elsewhere
 * @param delete which act deleting is: {@code trash}, {@code mark-deleted} or {@code destroy}
 * @param deleteLabel the name of the text that says so
 * @param junk {@code junk}, or in the folder of junk {@code not-junk}
 * @param marks whether messages are marked as deleted here, and the folder is purged
 * @param empties whether the whole folder can be emptied
 * @param rights what the person may do here
 * @param cleans after how many days what is here is removed; empty: never
 */
public record FolderActs(
        String folder,
        boolean archive,
        String delete,
        String deleteLabel,
        String junk,
        String junkLabel,
        boolean marks,
        boolean empties,
        MailboxRights rights,
        String cleans) {

    static FolderActs of(MailboxName name, List<Mailbox> mailboxes, MailboxRights rights, Preferences preferences) {
        Optional<MailboxRole> role = mailboxes.stream()
                .filter(mailbox -> mailbox.name().equals(name))
                .findFirst()
                .flatMap(Mailbox::role);
        boolean isTrash = role.filter(MailboxRole.TRASH::equals).isPresent();
        boolean isJunk = role.filter(MailboxRole.JUNK::equals).isPresent();
        boolean marks = preferences.marksDeleted();
        return new FolderActs(
                name.toAddress(),
                role.filter(MailboxRole.ARCHIVE::equals).isEmpty() && rights.removes(),
                marks ? "mark-deleted" : isTrash ? "destroy" : "trash",
                marks ? "message.act.markDeleted" : isTrash ? "message.act.destroy" : "message.act.trash",
                isJunk ? "not-junk" : "junk",
                isJunk ? "message.act.notJunk" : "message.act.junk",
                marks,
                (isTrash || isJunk) && rights.removes(),
                rights,
                (isTrash || isJunk)
                                && rights.removes()
                                && preferences.cleaningDays().isPresent()
                        ? "" + preferences.cleaningDays().getAsInt()
                        : "");
    }
}
