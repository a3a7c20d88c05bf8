package org.restante.mailstore.local;

import java.util.Optional;
import org.restante.mailstore.MailFailure.Refused;
import org.restante.mailstore.Quota;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How much room an account has for what lies here alone: its own messages, copies, and what was removed from the maildrop. */
final class Room {

    private final JdbcClient database;
    private final long most;

    /** Makes it; with no limit where that is 0. */
    Room(JdbcClient database, long most) {
        this.database = database;
        this.most = most;
    }

    /** Returns how much is used; empty where there is no limit. */
    Optional<Quota> quota(Drop drop) {
        return most == 0 ? Optional.empty() : Optional.of(new Quota(used(drop), most));
    }

    private long used(Drop drop) {
        return database.sql("select coalesce(sum(size), 0) from local_message where maildrop_id = :drop"
                        + " and (kept or uidl like ' %')")
                .param("drop", drop.id())
                .query(Long.class)
                .single();
    }

    /** Returns how many octets are left; the largest number where there is no limit. */
    long left(Drop drop) {
        return most == 0 ? Long.MAX_VALUE : most - used(drop);
    }

    /**
     * Does nothing where there is room.
     *
     * @throws Refused where there is not
     */
    void demand(Drop drop, long octets) {
        if (octets > left(drop)) {
            throw new Refused(Refused.Kind.OVER_QUOTA, "no room is left for mail that lies here alone");
        }
    }
}
