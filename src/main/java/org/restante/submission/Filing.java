package org.restante.submission;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.restante.account.MailServers;
import org.restante.account.SentCopy;
import org.restante.content.Contents;
import org.restante.mailstore.Credential;
import org.restante.mailstore.Flag;
import org.restante.mailstore.MailFailure;
import org.restante.mailstore.MailStore;
import org.restante.mailstore.MailStores;
import org.restante.mailstore.Mailbox;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.MailboxRole;
import org.restante.mailstore.NewMessage;
import org.restante.mailstore.OpenMode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Sees to what is left once a message was sent: the copy among the sent mail, the flag of what it answers, and at last the draft. */
@Component
class Filing {

    private static final Logger log = LoggerFactory.getLogger(Filing.class);
    private static final int MOST_ATTEMPTS = 6;
    private static final Duration PROVIDERS_TIME = Duration.ofSeconds(10);

    private final OutboxTable table;
    private final DraftTable drafts;
    private final MailStores mailStores;
    private final MailServers servers;
    private final Contents contents;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private final OutboxProperties properties;

    Filing(
            OutboxTable table,
            DraftTable drafts,
            MailStores mailStores,
            MailServers servers,
            Contents contents,
            TransactionTemplate transaction,
            InstantSource clock,
            OutboxProperties properties) {
        this.table = table;
        this.drafts = drafts;
        this.mailStores = mailStores;
        this.servers = servers;
        this.contents = contents;
        this.transaction = transaction;
        this.clock = clock;
        this.properties = properties;
    }

    /**
     * Goes on with a message that was sent.
     *
     * @param justNow whether the server has taken it this moment
     */
    void file(OutboxEntry entry, String owner, Credential credential, boolean justNow) {
        MailStore store = mailStores.of(credential);
        if (entry.state() == OutboxState.SENT && !isFiled(entry, owner, store, policy(credential), justNow)) {
            return;
        }
        tidily(entry, "flag", () -> flagOrigin(entry, store));
        tidily(entry, "draft", () -> removeDraft(entry, store));
        finish(entry, owner);
    }

    private SentCopy policy(Credential credential) {
        return servers.sentCopy(credential.server().name());
    }

    private boolean isFiled(OutboxEntry entry, String owner, MailStore store, SentCopy policy, boolean justNow) {
        try {
            if (policy != SentCopy.PROVIDER) {
                MailboxName sent = sentMailbox(entry, store);
                // Some servers file what they send by themselves, and what was asked before may have been done.
                boolean missing = store.find(sent, entry.messageId()).isEmpty();
                if (missing && policy == SentCopy.LOOK_TWICE && justNow) {
                    Instant again = clock.instant().plus(PROVIDERS_TIME);
                    table.release(entry.id(), owner, OutboxState.SENT, Reason.NONE, again, 0);
                    return false;
                }
                if (missing) {
                    store.append(sent, copy(entry));
                }
            }
            return table.move(entry.id(), owner, OutboxState.SENT, OutboxState.FILED, properties.lease());
        } catch (MailFailure | IOException e) {
            log.warn("The copy of {} was not filed: {}", entry, e.toString().replaceAll("\\p{Cntrl}", " "));
            later(entry, owner, isPassing(e));
            return false;
        }
    }

    /** The one that the identity names, while there is such a mailbox. */
    private static MailboxName sentMailbox(OutboxEntry entry, MailStore store) {
        String chosen = entry.choices().sentFolder();
        return chosen.isEmpty()
                ? store.mailboxFor(MailboxRole.SENT)
                : store.mailboxes().stream()
                        .map(Mailbox::name)
                        .filter(name -> name.toAddress().equals(chosen))
                        .findFirst()
                        .orElseGet(() -> store.mailboxFor(MailboxRole.SENT));
    }

    private static boolean isPassing(Exception e) {
        return e instanceof MailFailure.Network
                || e instanceof MailFailure.Refused refused
                        && (refused.kind() == MailFailure.Refused.Kind.UNAVAILABLE
                                || refused.kind() == MailFailure.Refused.Kind.BUSY);
    }

    private void later(OutboxEntry entry, String owner, boolean passing) {
        int attempts = entry.attempts() + 1;
        boolean again = passing && attempts < MOST_ATTEMPTS;
        table.release(
                entry.id(),
                owner,
                OutboxState.SENT,
                Reason.COPY,
                again ? clock.instant().plus(properties.backoff(attempts)) : null,
                attempts);
    }

    /** The copy says who got a blind one, which the message that was sent must not. */
    private NewMessage copy(OutboxEntry entry) {
        byte[] blind = entry.recipients().stream()
                .filter(OutboxRecipient::blind)
                .map(OutboxRecipient::address)
                .collect(Collectors.collectingAndThen(
                        Collectors.joining(",\r\n "), list -> list.isEmpty() ? "" : "Bcc: " + list + "\r\n"))
                .getBytes(StandardCharsets.UTF_8);
        return new NewMessage(
                Set.of(Flag.SEEN), entry.submittedAt(), blind.length + entry.size(), () -> copy(entry, blind));
    }

    private InputStream copy(OutboxEntry entry, byte[] blind) {
        return new SequenceInputStream(
                new ByteArrayInputStream(blind), contents.read(entry.content().orElseThrow()));
    }

    private interface Work {
        void run() throws IOException;
    }

    /** Does what is good to have but must not keep a message that was sent from being done. */
    private static void tidily(OutboxEntry entry, String what, Work work) {
        try {
            work.run();
        } catch (MailFailure | IOException e) {
            log.info("The {} of {} was left: {}", what, entry, e.toString().replaceAll("\\p{Cntrl}", " "));
        }
    }

    private static void flagOrigin(OutboxEntry entry, MailStore store) throws IOException {
        if (entry.origin().isPresent()) {
            Origin origin = entry.origin().get();
            store.open(
                    origin.ref().mailbox(),
                    OpenMode.WRITE,
                    mailbox -> mailbox.addFlags(List.of(origin.ref()), Set.of(origin.flag())));
        }
    }

    private void removeDraft(OutboxEntry entry, MailStore store) {
        if (drafts.published(entry.id()) >= 0) {
            MailboxName mailbox = store.mailboxFor(MailboxRole.DRAFTS);
            store.discard(store.find(mailbox, entry.messageId()));
        }
    }

    /** The draft goes last. Where somebody was refused it stays, so that they can be written to again. */
    private void finish(OutboxEntry entry, String owner) {
        transaction.executeWithoutResult(status -> {
            if (!table.release(entry.id(), owner, OutboxState.DONE, Reason.NONE, null, entry.attempts())) {
                return;
            }
            table.forgetContent(entry.id());
            contents.delete(entry.content().stream().toList());
            boolean allSent = table.find(entry.id()).orElseThrow().refused().isEmpty();
            if (allSent) {
                List<Long> files = drafts.find(entry.account(), entry.id()).stream()
                        .flatMap(draft -> draft.attachments().stream())
                        .map(DraftAttachment::content)
                        .toList();
                drafts.delete(entry.id());
                contents.delete(files);
            }
        });
    }
}
