package org.restante.mailstore.local;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.restante.mailstore.Credential;
import org.restante.mailstore.MailFailure;
import org.restante.mailstore.MailStore;
import org.restante.mailstore.Mailbox;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.MailboxRole;
import org.restante.mailstore.MailboxWork;
import org.restante.mailstore.MessageRef;
import org.restante.mailstore.NewMessage;
import org.restante.mailstore.OpenMode;
import org.restante.mailstore.PageRequest;
import org.restante.mailstore.Quota;
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
        var visit = new MaildropVisit(services, credential, session);
        try (var inbox = new LocalMailbox(services, visit, visit.drop().inbox())) {
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
        Drop drop = services.drops().of(credential);
        Box box = mailbox.isInbox() ? drop.inbox() : services.boxes().get(drop, mailbox);
        try (var opened = new LocalMailbox(services, new MaildropVisit(services, credential, drop), box)) {
            if (!services.proven().has(credential)) {
                opened.look();
            }
            return work.with(opened);
        }
    }

    private LocalMailbox inbox() {
        Drop drop = drop();
        return new LocalMailbox(services, new MaildropVisit(services, credential, drop), drop.inbox());
    }

    private Drop drop() {
        return services.drops().of(credential);
    }

    private Box box(MailboxName mailbox) {
        return services.boxes().get(proven(), mailbox);
    }

    /** Returns the maildrop; what lies in the database is shown to those alone whose password the server accepted. */
    private Drop proven() {
        if (!services.proven().has(credential)) {
            authenticate();
        }
        return drop();
    }

    @Override
    public void create(MailboxName name) {
        services.boxes().create(proven(), name);
    }

    @Override
    public void rename(MailboxName name, MailboxName to) {
        services.boxes().rename(proven(), name, to);
    }

    @Override
    public void delete(MailboxName name) {
        Drop drop = proven();
        services.transaction().executeWithoutResult(status -> {
            List<Box> subtree = services.boxes().subtree(drop, name);
            for (int i = subtree.size() - 1; i >= 0; i--) {
                services.relocation().empty(drop, subtree.get(i));
                services.boxes().remove(subtree.get(i));
            }
        });
    }

    @Override
    public void assign(MailboxName name, Optional<MailboxRole> role) {
        services.boxes().assign(proven(), name, role);
    }

    @Override
    public Optional<Set<MailboxName>> subscribed() {
        return Optional.empty();
    }

    @Override
    public void subscribe(MailboxName name, boolean subscribed) {
        // No other program looks.
    }

    @Override
    public Optional<Quota> quota() {
        return Optional.empty();
    }

    @Override
    public MailboxName mailboxFor(MailboxRole role) {
        return services.boxes().nameFor(drop(), role);
    }

    @Override
    public List<MessageRef> find(MailboxName mailbox, String messageId) {
        Box box = box(mailbox);
        return services.own().find(box, messageId).stream()
                .map(uid -> new MessageRef(box.name(), box.uidValidity(), uid))
                .toList();
    }

    @Override
    public void append(MailboxName mailbox, NewMessage message) throws IOException {
        services.own().add(proven(), box(mailbox), message);
    }

    @Override
    public void discard(List<MessageRef> refs) {
        if (!refs.isEmpty()) {
            Box box = box(refs.get(0).mailbox());
            if (refs.stream().allMatch(ref -> ref.uidValidity().equals(box.uidValidity()))) {
                services.own().remove(box, refs.stream().map(MessageRef::uid).toList());
            }
        }
    }

    @Override
    public void close() {
        services.proven().remove(credential);
    }
}
