package org.restante.mailstore;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Ends exchanges that take too long, from outside: a limit on each read would let a server speak an octet a second for ever. */
public final class Watchdog {

    private static final ScheduledThreadPoolExecutor TIMER = new ScheduledThreadPoolExecutor(1, work -> {
        Thread thread = new Thread(work, "mail-watchdog");
        thread.setDaemon(true);
        return thread;
    });

    static {
        TIMER.setRemoveOnCancelPolicy(true);
    }

    private Watchdog() {}

    /** Runs something short when the time is over, unless it is cancelled before. */
    public static Future<?> after(Duration limit, Runnable end) {
        return TIMER.schedule(end, limit.toMillis(), TimeUnit.MILLISECONDS);
    }
}
