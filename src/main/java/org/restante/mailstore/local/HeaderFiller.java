package org.restante.mailstore.local;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.restante.mailstore.MailFailure;
import org.restante.mailstore.TimeLimit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Goes on with a session when its request has been answered, and adds what is still missing, messages and then their header sections, the
 * newest first; and then removes from the maildrop what its policy says. For a bounded time, and only until another request wants it.
 */
final class HeaderFiller implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(HeaderFiller.class);
    private static final int AT_ONCE = 8;
    private static final int PORTION = 200;

    private final ThreadPoolExecutor workers =
            new ThreadPoolExecutor(0, AT_ONCE, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), HeaderFiller::worker);
    private final MessageTable messages;
    private final Removal removal;
    private final Duration limit;
    private volatile boolean closed;

    HeaderFiller(MessageTable messages, Removal removal, Duration limit) {
        this.removal = removal;
        this.messages = messages;
        this.limit = limit;
    }

    private static Thread worker(Runnable work) {
        Thread thread = new Thread(work, "pop3-headers");
        thread.setDaemon(true);
        return thread;
    }

    /** Takes over the session, and closes it in the end; at once where nothing is missing, or enough others are at it. */
    void takeOver(MaildropSession session) {
        boolean taken = false;
        try {
            if (session.lacksOlder()
                    || !messages.lackingHeader(session.drop(), 1).isEmpty()
                    || removal.isDue(session)) {
                workers.execute(() -> fill(session));
                taken = true;
            }
        } catch (RejectedExecutionException e) {
            log.debug("The rest of the header sections is left to a later look");
        } finally {
            if (!taken) {
                session.close();
            }
        }
    }

    private void fill(MaildropSession session) {
        long end = System.nanoTime() + limit.toNanos();
        // Closed before the session, which has time to take its leave.
        try (session;
                var time = TimeLimit.begin(limit)) {
            BooleanSupplier goesOn = () -> !closed && System.nanoTime() < end && !session.isWanted();
            Map<String, Long> lacking = messages.lackingHeader(session.drop(), PORTION);
            while ((session.lacksOlder() || !lacking.isEmpty()) && goesOn.getAsBoolean()) {
                if (session.lacksOlder()) {
                    session.addOlder();
                } else {
                    session.fetchHeaders(lacking);
                }
                lacking = messages.lackingHeader(session.drop(), PORTION);
            }
            removal.run(session, goesOn);
        } catch (MailFailure | DataAccessException | TransactionException e) {
            log.debug("The rest of the header sections is left to a later look", e);
        }
    }

    /** Waits until all have left, which takes no longer than a portion. */
    @Override
    public void close() {
        closed = true;
        workers.shutdown();
        try {
            workers.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
