package org.restante.mailstore.local;

import java.io.IOException;
import java.util.List;
import org.restante.mailstore.Credential;
import org.restante.mailstore.MailFailure.Gone;
import org.restante.mailstore.MailFailure.Refused;
import org.restante.mailstore.MailStore;
import org.restante.mailstore.Mailbox;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.MailboxWork;
import org.restante.mailstore.OpenMode;

/** The mail of one POP3 account. */
final class LocalMailStore implements MailStore {

    private final LocalServices services;
    private final Credential credential;

    LocalMailStore(LocalServices services, Credential credential) {
        this.services = services;
        this.credential = credential;
    }

    @Override
    public void authenticate() {
        try {
            services.gate().prove(credential);
        } catch (NotNowException e) {
            throw new Refused(Refused.Kind.UNAVAILABLE, e.getMessage());
        }
    }

    @Override
    public List<Mailbox> mailboxes() {
        try (var inbox = inbox()) {
            inbox.look();
            return inbox.mailboxes();
        }
    }

    @Override
    public <T> T open(MailboxName mailbox, OpenMode mode, MailboxWork<T> work) throws IOException {
        if (!mailbox.isInbox()) {
            throw new Gone(Gone.Kind.MAILBOX, "a maildrop has no other mailboxes");
        }
        try (var inbox = inbox()) {
            if (!services.proven().has(credential)) {
                inbox.look();
            }
            return work.with(inbox);
        }
    }

    private LocalInbox inbox() {
        return new LocalInbox(services, credential, services.drops().of(credential));
    }

    @Override
    public void close() {
        services.proven().remove(credential);
    }
}
