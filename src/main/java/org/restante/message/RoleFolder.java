package org.restante.message;

import java.util.Map;
import java.util.Optional;
import org.restante.mailstore.MailFailure.Refused;
import org.restante.mailstore.MailStore;
import org.restante.mailstore.Mailbox;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.MailboxRole;

/** The folders that acts lead to by themselves. */
final class RoleFolder {

    private static final Map<MailboxRole, MailboxName> USUAL = Map.of(
            MailboxRole.ARCHIVE, MailboxName.of("Archive"),
            MailboxRole.JUNK, MailboxName.of("Junk"),
            MailboxRole.TRASH, MailboxName.of("Trash"),
            MailboxRole.DRAFTS, MailboxName.of("Drafts"),
            MailboxRole.SENT, MailboxName.of("Sent"),
            MailboxRole.INBOX, MailboxName.INBOX);

    private RoleFolder() {}

    static MailboxName usualName(MailboxRole role) {
        return USUAL.get(role);
    }

    /** Returns the folder that has a role, if there is one. */
    static Optional<MailboxName> find(MailboxRole role, MailStore mailStore) {
        return mailStore.mailboxes().stream()
                .filter(mailbox -> mailbox.role().filter(role::equals).isPresent())
                .map(Mailbox::name)
                .findFirst();
    }

    /** Returns the folder that has a role; makes it where there is none. Some servers have all folders below the inbox. */
    static MailboxName findOrCreate(MailboxRole role, MailStore mailStore) {
        return find(role, mailStore).orElseGet(() -> {
            MailboxName name = USUAL.get(role);
            try {
                mailStore.create(name);
                return name;
            } catch (Refused e) {
                MailboxName below = MailboxName.INBOX.child(name.leaf());
                mailStore.create(below);
                return below;
            }
        });
    }
}
