package org.restante.mailstore.local;

import java.io.IOException;
import java.util.List;
import org.restante.mailstore.Credential;
import org.restante.mailstore.MailFailure;
import org.restante.mailstore.MailFailure.Gone;
import org.restante.mailstore.MailStore;
import org.restante.mailstore.Mailbox;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.MailboxRole;
import org.restante.mailstore.MailboxWork;
import org.restante.mailstore.MessageRef;
import org.restante.mailstore.NewMessage;
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
            return work.with(folder(mailbox));
        }
        try (var inbox = inbox()) {
            if (!services.proven().has(credential)) {
                inbox.look();
            }
            return work.with(inbox);
        }
    }

    private LocalInbox inbox() {
        return new LocalInbox(services, credential, drop());
    }

    private Drop drop() {
        return services.drops().of(credential);
    }

    private LocalFolder folder(MailboxName mailbox) {
        assureProven();
        return services.folders()
                .find(drop(), mailbox)
                .map(rows -> new LocalFolder(services, drop(), mailbox, rows))
                .orElseThrow(() -> new Gone(Gone.Kind.MAILBOX, "no such mailbox in the database"));
    }

    /** What lies in the database is shown to those alone whose password the server accepted. */
    private void assureProven() {
        if (!services.proven().has(credential)) {
            authenticate();
        }
    }

    @Override
    public MailboxName mailboxFor(MailboxRole role) {
        return services.folders().nameFor(drop(), role);
    }

    @Override
    public List<MessageRef> find(MailboxName mailbox, String messageId) {
        return folder(mailbox).find(messageId);
    }

    @Override
    public void append(MailboxName mailbox, NewMessage message) throws IOException {
        folder(mailbox).append(message);
    }

    @Override
    public void discard(List<MessageRef> refs) {
        if (!refs.isEmpty()) {
            folder(refs.get(0).mailbox()).discard(refs);
        }
    }

    @Override
    public void close() {
        services.proven().remove(credential);
    }
}
