package org.restante.account;

import java.time.Duration;
import java.time.Instant;

/** How long a session lives. */
final class SessionLife {

    /** However much it is used. */
    static final Duration ABSOLUTE = Duration.ofDays(30);

    /** Unused, where the person did not ask to stay signed in. */
    static final Duration IDLE = Duration.ofHours(12);

    /** How far behind the row's last use may be, so that reading mail does not write to the database. */
    static final Duration USE_WRITTEN_EVERY = Duration.ofMinutes(5);

    private SessionLife() {}

    static boolean ended(Session session, Instant now) {
        return ended(session.createdAt(), session.lastUsedAt(), session.stay(), now);
    }

    static boolean ended(Instant createdAt, Instant lastUsedAt, boolean stay, Instant now) {
        boolean old = !now.isBefore(createdAt.plus(ABSOLUTE));
        boolean idle = !stay && !now.isBefore(lastUsedAt.plus(IDLE));
        return old || idle;
    }
}
