package org.restante.submission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.restante.submission.OutboxRecipient.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The rows of the outbox. Whoever works on one holds its lease; each change is conditional on holding it and on the state that it
 * starts from, so that of two replicas only one goes on.
 */
@Component
class OutboxTable {

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    OutboxTable(JdbcClient database, TransactionTemplate transaction, InstantSource clock) {
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Adds a message that waits; in the caller's transaction, which fails where there is one of that id already. */
    void insert(OutboxEntry entry) {
        database.sql("insert into outbox (id, account_id, state, problem, message_id, sender, subject,"
                        + " international, origin, content_id, size, sealed_password, next_at, due_at,"
                        + " scheduled, receipts, sent_folder, attempts, submitted_at, changed_at) values (:id, :account, :state, :problem, :messageId,"
                        + " :sender, :subject, :international, :origin, :content, :size, :sealed, :next, :due,"
                        + " :scheduled, :receipts, :sentFolder, 0, :now, :now)")
                .param("id", entry.id())
                .param("account", entry.account())
                .param("state", entry.state().name())
                .param("problem", entry.problem().name())
                .param("messageId", entry.messageId())
                .param("sender", entry.sender())
                .param("subject", entry.subject())
                .param("international", entry.international())
                .param("origin", entry.origin().map(Origin::written).orElse(""))
                .param("content", entry.content().orElseThrow())
                .param("size", entry.size())
                .param("sealed", entry.sealedPassword().orElseThrow())
                .param("next", entry.nextAt().orElseThrow().atOffset(ZoneOffset.UTC))
                .param("due", entry.dueAt().atOffset(ZoneOffset.UTC))
                .param("scheduled", entry.choices().scheduled())
                .param("receipts", entry.choices().receipts())
                .param("sentFolder", entry.choices().sentFolder())
                .param("now", entry.submittedAt().atOffset(ZoneOffset.UTC))
                .update();
        entry.recipients().forEach(recipient -> insert(entry.id(), recipient));
    }

    private void insert(String id, OutboxRecipient recipient) {
        database.sql("insert into outbox_recipient (outbox_id, number, address, blind, state, reason)"
                        + " values (:id, :number, :address, :blind, :state, :reason)")
                .param("id", id)
                .param("number", recipient.number())
                .param("address", recipient.address())
                .param("blind", recipient.blind())
                .param("state", recipient.state().name())
                .param("reason", recipient.reason().name())
                .update();
    }

    /** Takes the lease of messages whose time has come, in one short transaction that waits for nobody. */
    List<OutboxEntry> claim(String owner, int most, Duration lease) {
        return transaction.execute(status -> {
            List<String> ids = database.sql("select id from outbox where next_at <= :now order by next_at limit :most"
                            + " for update skip locked")
                    .param("now", now())
                    .param("most", most)
                    .query(String.class)
                    .list();
            if (ids.isEmpty()) {
                return List.<OutboxEntry>of();
            }
            database.sql("update outbox set lease_owner = :owner, next_at = :end, changed_at = :now,"
                            + " state = case when state = 'WAITING' then 'CLAIMED' else state end where id in (:ids)")
                    .param("owner", owner)
                    .param("end", now().plus(lease))
                    .param("now", now())
                    .param("ids", ids)
                    .update();
            return ids.stream().flatMap(id -> find(id).stream()).toList();
        });
    }

    /** Goes from one state to another and begins the lease anew; returns whether the lease was still the owner's. */
    boolean move(String id, String owner, OutboxState from, OutboxState to, Duration lease) {
        return database.sql("update outbox set state = :to, next_at = :end, changed_at = :now"
                                + " where id = :id and lease_owner = :owner and state = :from")
                        .param("to", to.name())
                        .param("end", now().plus(lease))
                        .param("now", now())
                        .param("id", id)
                        .param("owner", owner)
                        .param("from", from.name())
                        .update()
                == 1;
    }

    /** Lets the message go, to be gone on with by itself at that time; null: not before the person says so, the password wiped. */
    boolean release(String id, String owner, OutboxState to, Reason problem, @Nullable Instant next, int attempts) {
        return database.sql("update outbox set state = :to, problem = :problem, next_at = :next, attempts = :attempts,"
                                + " lease_owner = null, changed_at = :now,"
                                + " sealed_password = case when :wiped then null else sealed_password end"
                                + " where id = :id and lease_owner = :owner")
                        .param("to", to.name())
                        .param("problem", problem.name())
                        .param(
                                "next",
                                next == null ? null : next.atOffset(ZoneOffset.UTC),
                                java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("attempts", attempts)
                        .param("now", now())
                        .param("wiped", next == null)
                        .param("id", id)
                        .param("owner", owner)
                        .update()
                == 1;
    }

    /** Gives up the lease of messages that no server has yet; whoever still works on one is told so before it sends the end of it. */
    void handBack(String owner) {
        database.sql("update outbox set state = 'WAITING', lease_owner = null, next_at = :now, changed_at = :now"
                        + " where lease_owner = :owner and state = 'CLAIMED'")
                .param("owner", owner)
                .param("now", now())
                .update();
    }

    void mark(String id, Collection<String> addresses, State state, Reason reason) {
        if (!addresses.isEmpty()) {
            database.sql("update outbox_recipient set state = :state, reason = :reason"
                            + " where outbox_id = :id and address in (:addresses)")
                    .param("state", state.name())
                    .param("reason", reason.name())
                    .param("id", id)
                    .param("addresses", List.copyOf(addresses))
                    .update();
        }
    }

    /** Lets somebody go on with a message that stands still, in the name of the person; returns whether it stood so. */
    boolean resume(OutboxEntry entry, OutboxState to, byte[] sealedPassword) {
        return database.sql("update outbox set state = :to, problem = 'NONE', next_at = :now, attempts = 0,"
                                + " due_at = :now, changed_at = :now, sealed_password = :sealed where id = :id and state = :from"
                                + " and next_at is null")
                        .param("to", to.name())
                        .param("from", entry.state().name())
                        .param("now", now())
                        .param("sealed", sealedPassword)
                        .param("id", entry.id())
                        .update()
                == 1;
    }

    /** Cancels a message in that state that nobody works on and no server has taken; returns whether that was so. */
    boolean cancel(OutboxEntry entry) {
        return database.sql(
                                "update outbox set state = 'CANCELLED', problem = 'NONE', next_at = null, content_id = null,"
                                        + " sealed_password = null, changed_at = :now where id = :id and state = :state"
                                        + " and lease_owner is null and not exists (select 1 from outbox_recipient r"
                                        + " where r.outbox_id = outbox.id and r.state = 'SENT')")
                        .param("id", entry.id())
                        .param("state", entry.state().name())
                        .param("now", now())
                        .update()
                == 1;
    }

    /** Lets a message that waits for its time go at once; returns whether it did wait. */
    boolean hasten(OutboxEntry entry) {
        return database.sql("update outbox set next_at = :now, due_at = :now, changed_at = :now where id = :id"
                                + " and state = 'WAITING' and next_at > :now and lease_owner is null")
                        .param("id", entry.id())
                        .param("now", now())
                        .update()
                == 1;
    }

    /** Says that nothing more is to be done for a message that stands still; returns whether it stood so. */
    boolean close(OutboxEntry entry) {
        return database.sql("update outbox set state = 'DONE', problem = 'CLOSED', content_id = null,"
                                + " changed_at = :now"
                                + " where id = :id and state = :from and next_at is null")
                        .param("from", entry.state().name())
                        .param("now", now())
                        .param("id", entry.id())
                        .update()
                == 1;
    }

    void forgetContent(String id) {
        database.sql("update outbox set content_id = null where id = :id")
                .param("id", id)
                .update();
    }

    /** Removes what was done before that time, unless somebody was refused who is still to be seen to. */
    int deleteDone(Instant before) {
        return database.sql("delete from outbox where state in ('DONE', 'CANCELLED') and changed_at < :before"
                        + " and not exists (select 1 from draft where draft.id = outbox.id)")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<OutboxEntry> find(String id) {
        return database.sql("select * from outbox where id = :id")
                .param("id", id)
                .query((row, number) -> read(row))
                .optional();
    }

    /** Returns the account's messages, the one sent last first; of those that are done only the ones since then. */
    List<OutboxEntry> of(long account, Instant doneSince, int most) {
        return database.sql("select * from outbox where account_id = :account and problem <> 'CLOSED' and (state not in"
                        + " ('DONE', 'CANCELLED') or changed_at > :since or exists (select 1 from draft where draft.id ="
                        + " outbox.id)) order by submitted_at desc limit :most")
                .param("account", account)
                .param("since", doneSince.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, number) -> read(row))
                .list();
    }

    private OutboxEntry read(ResultSet row) throws SQLException {
        String id = row.getString("id");
        long content = row.getLong("content_id");
        boolean hasContent = !row.wasNull();
        OffsetDateTime next = row.getObject("next_at", OffsetDateTime.class);
        return new OutboxEntry(
                id,
                row.getLong("account_id"),
                OutboxState.valueOf(row.getString("state")),
                Reason.valueOf(row.getString("problem")),
                row.getString("message_id"),
                row.getString("sender"),
                row.getString("subject"),
                row.getBoolean("international"),
                Origin.read(row.getString("origin")),
                hasContent ? Optional.of(content) : Optional.empty(),
                row.getLong("size"),
                Optional.ofNullable(row.getBytes("sealed_password")),
                Optional.ofNullable(next).map(OffsetDateTime::toInstant),
                row.getInt("attempts"),
                row.getObject("submitted_at", OffsetDateTime.class).toInstant(),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                new OutboxEntry.Choices(
                        row.getBoolean("scheduled"), row.getBoolean("receipts"), row.getString("sent_folder")),
                recipients(id));
    }

    private List<OutboxRecipient> recipients(String id) {
        return database.sql("select * from outbox_recipient where outbox_id = :id order by number")
                .param("id", id)
                .query((row, number) -> new OutboxRecipient(
                        row.getInt("number"),
                        row.getString("address"),
                        row.getBoolean("blind"),
                        State.valueOf(row.getString("state")),
                        Reason.valueOf(row.getString("reason"))))
                .list();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
