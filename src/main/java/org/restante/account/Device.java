package org.restante.account;

import java.time.Instant;

/**
 * A browser that a person is signed in with.
 *
 * @param handle names it on pages; neither the session's id nor anything that leads to it
 * @param userAgent what the browser calls itself, as it claims
 * @param lastUsed up to five minutes behind
 * @param current whether it is the browser that asks
 */
public record Device(
        String handle, String userAgent, Instant signedIn, Instant lastUsed, boolean stay, boolean current) {}
