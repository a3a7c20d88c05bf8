package org.restante.mailstore.imap;

import java.util.Objects;
import org.restante.mailstore.Credential;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.UidValidity;

/** One generation of one mailbox of one account: within it a UID means the same message for ever (RFC 9051 §2.3.1.1). */
final class MailboxKey {

    private final String server;
    private final String login;
    private final MailboxName mailbox;
    private final UidValidity uidValidity;
    private final int hash;

    MailboxKey(Credential credential, MailboxName mailbox, UidValidity uidValidity) {
        server = credential.server().name();
        login = credential.login();
        this.mailbox = mailbox;
        this.uidValidity = uidValidity;
        hash = Objects.hash(server, login, mailbox, uidValidity);
    }

    /** Returns whether UIDs mean anything beyond the moment: not where a server gives no UIDVALIDITY. */
    boolean isLasting() {
        return uidValidity.value() != 0;
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof MailboxKey key
                        && hash == key.hash
                        && uidValidity.equals(key.uidValidity)
                        && login.equals(key.login)
                        && server.equals(key.server)
                        && mailbox.equals(key.mailbox);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
