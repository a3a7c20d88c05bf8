package org.restante.submission;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a person chooses when they send a message.
 *
 * @param at when it is to go out; empty: as soon as it cannot be taken back any more
 * @param undo for how long it can be taken back, where it goes at once; empty: as the operator says
 * @param receipts whether servers are to report that they delivered it, where they can (RFC 3461)
 */
public record SendOptions(Optional<Instant> at, Optional<Duration> undo, boolean receipts) {

    /** At once, in the usual way. */
    public static final SendOptions USUAL = new SendOptions(Optional.empty(), Optional.empty(), false);
}
