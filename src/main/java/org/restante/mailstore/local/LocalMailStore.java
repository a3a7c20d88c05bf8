package org.restante.mailstore.local;

import java.io.IOException;
import java.util.List;
import org.restante.mailstore.Credential;
import org.restante.mailstore.MailFailure;
import org.restante.mailstore.MailFailure.Gone;
import org.restante.mailstore.MailStore;
import org.restante.mailstore.Mailbox;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.MailboxWork;
import org.restante.mailstore.OpenMode;
import org.restante.mailstore.PageRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** The mail of one POP3 account. */
final class LocalMailStore implements MailStore {

    private static final Logger log = LoggerFactory.getLogger(LocalMailStore.class);
    private static final int FIRST_PAGE = 50;

    private final LocalServices services;
    private final Credential credential;

    LocalMailStore(LocalServices services, Credential credential) {
        this.services = services;
        this.credential = credential;
    }

    /** The session that proves the credential reads the first page too: some servers open the maildrop only every few minutes. */
    @Override
    public void authenticate() {
        try {
            services.gate().prove(credential).ifPresent(this::warmUp);
        } catch (NotNowException e) {
            throw e.refusal();
        }
    }

    private void warmUp(MaildropSession session) {
        try (var inbox = new LocalInbox(services, credential, session)) {
            inbox.view(new PageRequest.Numbered(1, FIRST_PAGE));
        } catch (MailFailure | DataAccessException e) {
            // Whoever opens the mailbox is told; that the person is signed in does not depend on it.
            log.debug("The first page is left to a later look", e);
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
