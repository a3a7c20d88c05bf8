package org.restante.mailstore;

import java.util.Map;
import java.util.Optional;

/** Which mailboxes people chose for a role, for servers that know nothing of that. */
public interface RoleChoices {

    /** Nobody chose anything, and nobody can. */
    RoleChoices NONE = new RoleChoices() {

        @Override
        public Map<MailboxRole, MailboxName> of(Credential credential) {
            return Map.of();
        }

        @Override
        public void assign(Credential credential, MailboxName name, Optional<MailboxRole> role) {}

        @Override
        public void rename(Credential credential, MailboxName name, MailboxName to) {}
    };

    /** Returns what somebody chose. */
    Map<MailboxRole, MailboxName> of(Credential credential);

    /** Gives a mailbox a role, which it takes from another; or none. */
    void assign(Credential credential, MailboxName name, Optional<MailboxRole> role);

    /** Lets the choices follow a mailbox and those below it to another name. */
    void rename(Credential credential, MailboxName name, MailboxName to);
}
