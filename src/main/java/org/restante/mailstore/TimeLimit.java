package org.restante.mailstore;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.restante.mailstore.MailFailure.Network;

/**
 * How long the work that a thread does may still wait for mail servers: whoever waits for one asks here first. A limit may stand
 * within another; each exchange has one of its own besides.
 */
public final class TimeLimit implements AutoCloseable {

    private static final ThreadLocal<TimeLimit> CURRENT = new ThreadLocal<>();

    private final TimeLimit outer;
    private final long end;
    private final BooleanSupplier lifted;

    private TimeLimit(TimeLimit outer, long end, BooleanSupplier lifted) {
        this.outer = outer;
        this.end = end;
        this.lifted = lifted;
    }

    /** Limits what this thread does, until it is closed. */
    public static TimeLimit begin(Duration limit) {
        return begin(limit, () -> false);
    }

    /**
     * Limits what this thread does, until it is closed.
     *
     * @param lifted says that it no longer holds, such as once an answer has begun to flow
     */
    public static TimeLimit begin(Duration limit, BooleanSupplier lifted) {
        var begun = new TimeLimit(CURRENT.get(), System.nanoTime() + limit.toNanos(), lifted);
        CURRENT.set(begun);
        return begun;
    }

    /**
     * Returns how long something may take that has a limit of its own, at least a millisecond.
     *
     * @throws Network where the time is over
     */
    public static Duration atMost(Duration own) {
        long left = own.toNanos();
        for (TimeLimit each = CURRENT.get(); each != null; each = each.outer) {
            if (!each.lifted.getAsBoolean()) {
                left = Math.min(left, each.end - System.nanoTime());
            }
        }
        if (left <= 0) {
            throw new Network(Network.Kind.TIMED_OUT, "the time for this work is over", null);
        }
        return Duration.ofNanos(Math.max(left, 1_000_000));
    }

    /** Ends the limit. */
    @Override
    public void close() {
        if (outer == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(outer);
        }
    }
}
