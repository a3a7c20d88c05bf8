package org.restante.submission;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Looks every second for messages whose time has come, and goes on with them, a few at once; so does every replica. */
@Component
class OutboxWorker {

    private static final Logger log = LoggerFactory.getLogger(OutboxWorker.class);
    private static final int AT_ONCE = 8;
    private static final Duration KEPT = Duration.ofDays(90);
    private static final Duration FAREWELL = Duration.ofSeconds(20);

    private final OutboxTable table;
    private final Delivery delivery;
    private final OutboxProperties properties;
    private final InstantSource clock;
    private final Semaphore free = new Semaphore(AT_ONCE);
    private final Map<String, Integer> atWork = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, work -> {
        Thread thread = new Thread(work, "outbox");
        thread.setDaemon(true);
        return thread;
    });

    OutboxWorker(OutboxTable table, Delivery delivery, OutboxProperties properties, InstantSource clock) {
        this.table = table;
        this.delivery = delivery;
        this.properties = properties;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${restante.outbox.look-every:1s}")
    void look() {
        int places = free.availablePermits();
        if (places == 0 || threads.isShutdown()) {
            return;
        }
        String owner = UUID.randomUUID().toString();
        try {
            for (OutboxEntry entry : table.claim(owner, places, properties.lease())) {
                free.acquireUninterruptibly();
                atWork.merge(owner, 1, Integer::sum);
                threads.execute(() -> goOn(entry, owner));
            }
        } catch (DataAccessException | TransactionException e) {
            log.warn("The outbox cannot be looked at: {}", e.getClass().getSimpleName());
        }
    }

    private void goOn(OutboxEntry entry, String owner) {
        try {
            delivery.goOn(entry, owner);
        } catch (RuntimeException e) {
            // The lease ends by itself, and whoever takes it then goes on from what the row says.
            log.warn("Nothing is known of how it went with {}", entry, e);
        } finally {
            atWork.computeIfPresent(owner, (same, entries) -> entries == 1 ? null : entries - 1);
            free.release();
        }
    }

    @Scheduled(initialDelayString = "PT20M", fixedDelayString = "PT6H")
    void deleteDone() {
        table.deleteDone(clock.instant().minus(KEPT));
    }

    /** Lets what is under way come to its end; what takes too long, and was not yet handed over whole, another replica begins anew. */
    @PreDestroy
    void stop() throws InterruptedException {
        threads.shutdown();
        if (!threads.awaitTermination(FAREWELL.toMillis(), TimeUnit.MILLISECONDS)) {
            atWork.keySet().forEach(table::handBack);
        }
    }
}
