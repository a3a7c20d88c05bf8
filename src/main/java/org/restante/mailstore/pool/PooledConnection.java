package org.restante.mailstore.pool;

import java.time.Duration;

/** A connection that a {@link ConnectionPool} keeps. Only one thread uses it at a time. */
public interface PooledConnection {

    /**
     * Makes it ready for the next unit of work, which nothing of the last one may reach.
     *
     * @param idle how long nobody used it
     * @return whether it still lives, as far as is found out cheaply; failing is an answer too
     */
    boolean prepare(Duration idle);

    /** Returns whether the unit of work has done, or given to somebody, what must not be done again over another connection. */
    boolean isCommitted();

    /** Returns whether it must not be used again. */
    boolean isBroken();

    /** Returns whether it works but is to be replaced, such as after work that made the server's end of it large. */
    boolean isWorn();

    /** Takes leave of the server and closes the connection; waits a second at most and never throws. */
    void close();

    /** Closes the connection at once, without a word. */
    void abandon();
}
