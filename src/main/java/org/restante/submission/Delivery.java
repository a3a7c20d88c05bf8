package org.restante.submission;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.restante.account.MailServers;
import org.restante.account.ServerSeal;
import org.restante.account.SubmissionServer;
import org.restante.content.Contents;
import org.restante.mailstore.Credential;
import org.restante.submission.OutboxRecipient.State;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes a message of the outbox, whose lease the caller holds, from state to state. No transaction spans a mail server's answer. */
@Component
class Delivery {

    private final OutboxTable table;
    private final Submission submission;
    private final Filing filing;
    private final Contents contents;
    private final ServerSeal seal;
    private final MailServers servers;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private final OutboxProperties properties;

    Delivery(
            OutboxTable table,
            Submission submission,
            Filing filing,
            Contents contents,
            ServerSeal seal,
            MailServers servers,
            TransactionTemplate transaction,
            InstantSource clock,
            OutboxProperties properties) {
        this.table = table;
        this.submission = submission;
        this.filing = filing;
        this.contents = contents;
        this.seal = seal;
        this.servers = servers;
        this.transaction = transaction;
        this.clock = clock;
        this.properties = properties;
    }

    /** Returns what the password is sealed for. */
    static String work(String id) {
        return "outbox " + id;
    }

    /** Goes on with a message as far as it gets now. */
    void goOn(OutboxEntry entry, String owner) {
        Optional<Credential> credential =
                entry.sealedPassword().flatMap(password -> seal.open(entry.account(), work(entry.id()), password));
        if (entry.state() == OutboxState.TRANSMITTING) {
            // Whoever held the lease did not live to see the answer.
            table.release(entry.id(), owner, OutboxState.UNCERTAIN, Reason.NONE, null, entry.attempts());
        } else if (credential.isEmpty()) {
            boolean sent = entry.state() == OutboxState.SENT || entry.state() == OutboxState.FILED;
            OutboxState stays = sent ? OutboxState.SENT : OutboxState.REFUSED;
            table.release(entry.id(), owner, stays, sent ? Reason.COPY : Reason.PASSWORD, null, entry.attempts());
        } else if (entry.state() == OutboxState.CLAIMED && isLate(entry)) {
            table.release(entry.id(), owner, OutboxState.WAITING, Reason.LATE, null, 0);
        } else if (entry.state() == OutboxState.CLAIMED) {
            transmit(entry, owner, credential.get());
        } else {
            filing.file(entry, owner, credential.get(), false);
        }
    }

    /** Nobody expects a message of days ago to go out all of a sudden, unless it was on its way since then. */
    private boolean isLate(OutboxEntry entry) {
        return entry.attempts() == 0 && entry.dueAt().plus(properties.late()).isBefore(clock.instant());
    }

    private void transmit(OutboxEntry entry, String owner, Credential credential) {
        Optional<SubmissionServer> server =
                servers.submission(credential.server().name());
        if (server.isEmpty()) {
            refuse(entry, owner, Reason.NO_SERVER);
            return;
        }
        var handover = new Submission.Handover(
                credential,
                entry.sender(),
                entry.pending(),
                entry.size(),
                entry.international(),
                entry.choices().receipts(),
                () -> contents.read(entry.content().orElseThrow()));
        Outcome outcome = submission.transmit(server.get(), handover, new Journal(entry, owner));
        if (outcome instanceof Outcome.Taken taken) {
            taken(entry, owner, taken.refused());
        } else if (outcome instanceof Outcome.NotTaken notTaken) {
            notTaken(entry, owner, notTaken);
        } else {
            table.release(entry.id(), owner, OutboxState.UNCERTAIN, Reason.NONE, null, entry.attempts() + 1);
        }
        table.find(entry.id())
                .filter(now -> now.state() == OutboxState.SENT)
                .filter(now -> table.move(now.id(), owner, OutboxState.SENT, OutboxState.SENT, properties.lease()))
                .ifPresent(now -> filing.file(now, owner, credential, true));
    }

    private void taken(OutboxEntry entry, String owner, Map<String, Refusal> refused) {
        List<String> sent = new ArrayList<>(entry.pending());
        sent.removeAll(refused.keySet());
        transaction.executeWithoutResult(status -> {
            table.mark(entry.id(), sent, State.SENT, Reason.NONE);
            boolean waiting = markRefused(entry, refused);
            if (waiting && !isTooLate(entry)) {
                retry(entry, owner, Reason.NOT_NOW);
            } else {
                table.move(entry.id(), owner, OutboxState.TRANSMITTING, OutboxState.SENT, properties.lease());
            }
        });
    }

    private void notTaken(OutboxEntry entry, String owner, Outcome.NotTaken notTaken) {
        transaction.executeWithoutResult(status -> {
            boolean waiting = markRefused(entry, notTaken.refused());
            boolean passing = notTaken.refused().isEmpty() ? notTaken.whole().passing() : waiting;
            if (passing && !isTooLate(entry)) {
                retry(entry, owner, notTaken.whole().reason());
            } else if (entry.isSentToSome()) {
                table.mark(
                        entry.id(),
                        entry.pending(),
                        State.REFUSED,
                        notTaken.whole().reason());
                table.release(entry.id(), owner, OutboxState.SENT, Reason.NONE, clock.instant(), 0);
            } else {
                refuse(entry, owner, notTaken.whole().reason());
            }
        });
    }

    /** Marks those who were refused for good, or for now for too long; returns whether some were refused for now only. */
    private boolean markRefused(OutboxEntry entry, Map<String, Refusal> refused) {
        boolean waiting = false;
        for (Map.Entry<String, Refusal> each : refused.entrySet()) {
            boolean later = each.getValue().passing() && !isTooLate(entry);
            waiting |= later;
            table.mark(
                    entry.id(),
                    List.of(each.getKey()),
                    later ? State.PENDING : State.REFUSED,
                    each.getValue().reason());
        }
        return waiting;
    }

    private boolean isTooLate(OutboxEntry entry) {
        return entry.submittedAt().plus(properties.giveUp()).isBefore(clock.instant());
    }

    private void retry(OutboxEntry entry, String owner, Reason why) {
        int attempts = entry.attempts() + 1;
        Instant next = clock.instant().plus(properties.backoff(attempts));
        table.release(entry.id(), owner, OutboxState.WAITING, why, next, attempts);
    }

    private void refuse(OutboxEntry entry, String owner, Reason why) {
        table.release(entry.id(), owner, OutboxState.REFUSED, why, null, entry.attempts() + 1);
    }

    /** Keeps the lease alive while a message goes out, and writes down that the end of it does. */
    private final class Journal implements Submission.Progress {

        private final OutboxEntry entry;
        private final String owner;
        private Instant renewed = clock.instant();

        Journal(OutboxEntry entry, String owner) {
            this.entry = entry;
            this.owner = owner;
        }

        @Override
        public void goesOn() throws IOException {
            if (renewed.plus(properties.lease().dividedBy(4)).isBefore(clock.instant())) {
                demand(OutboxState.CLAIMED);
            }
        }

        @Override
        public void beforeFinalDot() throws IOException {
            demand(OutboxState.TRANSMITTING);
        }

        private void demand(OutboxState to) throws IOException {
            if (!table.move(entry.id(), owner, OutboxState.CLAIMED, to, properties.lease())) {
                throw new IOException("the lease has ended");
            }
            renewed = clock.instant();
        }
    }
}
