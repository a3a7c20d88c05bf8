package org.restante.account;

import java.time.Duration;
import java.util.Optional;

/**
 * A session that has just begun.
 *
 * @param cookie what the browser is to hold
 * @param keep how long it is to hold it; empty: until the browser is closed
 */
public record StartedSession(String cookie, Optional<Duration> keep) {

    /** Returns nothing of the cookie. */
    @Override
    public String toString() {
        return "started";
    }
}
