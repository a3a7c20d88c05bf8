package org.restante.mailstore;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What people choose for accounts that are read over POP3. */
public interface Maildrops {

    /** Returns how it stands with an account; empty where it is not read over POP3. Nothing is asked of the server. */
    Optional<MaildropState> state(Credential credential);

    /** Returns whether an account is read over POP3. */
    boolean isRead(Credential credential);

    /**
     * When the server was looked at.
     *
     * @param again after how long it may well be looked at again
     */
    record Look(Instant at, Duration again) {}

    /** Returns when an account's server was looked at last; empty where it never was, or is not read over POP3. */
    Optional<Look> lastLook(Credential credential);

    /** Keeps what becomes of the messages on the server from now on. */
    void choose(Credential credential, MaildropPolicy policy);
}
