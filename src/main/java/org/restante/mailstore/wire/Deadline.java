package org.restante.mailstore.wire;

import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.Future;
import org.restante.mailstore.MailFailure;
import org.restante.mailstore.TimeLimit;
import org.restante.mailstore.Watchdog;

/** Closes a connection from outside when an exchange on it takes too long; used by one thread at a time. */
public final class Deadline {

    private final Socket transport;
    private Future<?> alarm;
    private volatile boolean expired;

    /**
     * Limits nothing yet.
     *
     * @param transport what closing ends for certain: the socket below TLS
     */
    public Deadline(Socket transport) {
        this.transport = transport;
    }

    /**
     * From now on gives this long, or what is left of the thread's {@link TimeLimit}, whatever was left before.
     *
     * @throws MailFailure.Network where nothing is left; then the connection is as it was
     */
    public void in(Duration limit) {
        off();
        alarm = Watchdog.after(TimeLimit.atMost(limit), () -> {
            expired = true;
            Transport.close(transport);
        });
    }

    /** Ends the limit. */
    public void off() {
        if (alarm != null) {
            alarm.cancel(false);
            alarm = null;
        }
    }

    /** Returns whether the connection was closed for taking too long. */
    public boolean hasExpired() {
        return expired;
    }
}
