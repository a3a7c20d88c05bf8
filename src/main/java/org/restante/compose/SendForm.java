package org.restante.compose;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.restante.submission.SendOptions;

/**
 * What the composer's form says about how the message is to be sent.
 *
 * @param at when it is to go out, as the clock shows it where the person is; empty: at once
 * @param receipts whether servers are to report that they delivered it
 * @param follows whether a script follows what becomes of the message, on the page of the inbox
 */
record SendForm(
        @Nullable String at,
        @Nullable Boolean receipts,
        @Nullable Boolean follows) {

    private static final Duration FARTHEST = Duration.ofDays(366);

    /** Returns the time that is asked for; empty: at once. */
    Optional<Instant> time(ZoneId zone) {
        try {
            return at == null || at.isBlank()
                    ? Optional.empty()
                    : Optional.of(LocalDateTime.parse(at.strip()).atZone(zone).toInstant());
        } catch (DateTimeException e) {
            return Optional.of(Instant.MIN);
        }
    }

    /** Returns whether the time is one at which a message can go out. */
    boolean isSound(Instant now, ZoneId zone) {
        return time(zone)
                .filter(time -> time.isBefore(now) || time.isAfter(now.plus(FARTHEST)))
                .isEmpty();
    }

    SendOptions options(ZoneId zone, Optional<Duration> undo) {
        return new SendOptions(time(zone), undo, Boolean.TRUE.equals(receipts));
    }

    /**
     * Returns where to go once it is sent off.
     *
     * @param id the message's
     */
    String next(String id) {
        return Boolean.TRUE.equals(follows) ? "/mail/INBOX?sent=" + id : "/outbox";
    }
}
