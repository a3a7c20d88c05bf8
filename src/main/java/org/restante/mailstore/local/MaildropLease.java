package org.restante.mailstore.local;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.restante.mailstore.MailFailure.Refused;
import org.restante.mailstore.TimeLimit;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The right to open a maildrop, which over all replicas only one has at a time. It ends by itself after a minute by the database's clock,
 * should its holder die; the holder renews it more often than that.
 */
final class MaildropLease {

    private static final Duration ASK_AGAIN = Duration.ofMillis(25);

    private final JdbcClient database;
    private final Drop drop;
    private final String owner = UUID.randomUUID().toString();

    private MaildropLease(JdbcClient database, Drop drop) {
        this.database = database;
        this.drop = drop;
    }

    /**
     * Takes the lease, and lets its holder know while it waits.
     *
     * @throws NotNowException where it does not come free in time
     */
    static MaildropLease take(JdbcClient database, Drop drop, Duration patience) throws NotNowException {
        var lease = new MaildropLease(database, drop);
        long end = System.nanoTime()
                + (patience.isZero() ? 0 : TimeLimit.atMost(patience).toNanos());
        while (!lease.isTaken()) {
            if (System.nanoTime() >= end || Thread.currentThread().isInterrupted()) {
                throw new NotNowException(Refused.Kind.BUSY, "another request has the maildrop");
            }
            lease.want();
            LockSupport.parkNanos(ASK_AGAIN.toNanos());
        }
        return lease;
    }

    private boolean isTaken() {
        return database.sql("update maildrop set lease_owner = :owner, lease_wanted = false,"
                                + " lease_until = current_timestamp + interval '60' second"
                                + " where id = :id and (lease_owner is null or lease_until < current_timestamp)")
                        .param("owner", owner)
                        .param("id", drop.id())
                        .update()
                == 1;
    }

    private void want() {
        database.sql("update maildrop set lease_wanted = true where id = :id and lease_wanted = false")
                .param("id", drop.id())
                .update();
    }

    /** Returns whether somebody waits for it. */
    boolean isWanted() {
        return database.sql("select lease_wanted from maildrop where id = :id")
                .param("id", drop.id())
                .query(Boolean.class)
                .single();
    }

    /**
     * Begins its minute anew.
     *
     * @throws Refused where it has ended and another may have it
     */
    void renew() {
        demand("update maildrop set lease_until = current_timestamp + interval '60' second"
                + " where id = :id and lease_owner = :owner");
    }

    /** Marks the maildrop as read now; to be called in the transaction that writes what was read, which a lost lease thus ends. */
    void markRead() {
        demand("update maildrop set last_read_at = current_timestamp where id = :id and lease_owner = :owner");
    }

    private void demand(String update) {
        int changed = database.sql(update)
                .param("id", drop.id())
                .param("owner", owner)
                .update();
        if (changed == 0) {
            throw new Refused(Refused.Kind.BUSY, "the lease of the maildrop has ended");
        }
    }

    /** Gives it back; without effect where it has ended. */
    void release() {
        database.sql(
                        "update maildrop set lease_owner = null, lease_until = null where id = :id and lease_owner = :owner")
                .param("id", drop.id())
                .param("owner", owner)
                .update();
    }
}
