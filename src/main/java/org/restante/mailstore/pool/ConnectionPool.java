package org.restante.mailstore.pool;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import org.restante.mailstore.MailFailure;
import org.restante.mailstore.MailFailure.Network;
import org.restante.mailstore.MailFailure.Refused;

/**
 * Lends connections, each to one unit of work at a time, and only ever to the holder of the key that opened it. Each account has a
 * bounded number, and so has the whole pool; who finds none free waits in line.
 *
 * @param <K> what opens a connection: a credential
 */
public final class ConnectionPool<K, C extends PooledConnection> implements AutoCloseable {

    /** What is done with a lent connection. */
    @FunctionalInterface
    public interface Work<C, T, X extends Exception> {
        T with(C connection) throws X;
    }

    private record Refusal(MailFailure failure, long until) {}

    private final Function<K, C> opener;
    private final PoolProperties properties;
    private final Ledger<K, C> ledger;
    private final Map<K, Refusal> refusals = new ConcurrentHashMap<>();
    private final ScheduledExecutorService evictor = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "pool-evictor");
        thread.setDaemon(true);
        return thread;
    });
    private final Counter opened;
    private final Counter failed;
    private final Timer waited;
    private volatile boolean closed;

    /**
     * Makes an empty pool.
     *
     * @param opener opens a connection, or throws a {@link MailFailure}
     * @param accounts tells the account of a key: several keys may be of one account, such as an old and a new password
     */
    public ConnectionPool(
            Function<K, C> opener, Function<K, Object> accounts, PoolProperties properties, MeterRegistry meters) {
        this.opener = opener;
        this.properties = properties;
        ledger = new Ledger<>(accounts, properties.perAccount(), properties.total());
        opened = Counter.builder("restante.pool.opened").register(meters);
        failed = Counter.builder("restante.pool.failed").register(meters);
        waited = Timer.builder("restante.pool.waited").register(meters);
        gauge(meters, "restante.pool.lent", Ledger::lent);
        gauge(meters, "restante.pool.idle", Ledger::idle);
        gauge(meters, "restante.pool.waiting", Ledger::waiting);
        long pause = Math.max(1, properties.idle().toMillis() / 4);
        evictor.scheduleWithFixedDelay(this::evictIdle, pause, pause, TimeUnit.MILLISECONDS);
    }

    private void gauge(MeterRegistry meters, String name, Function<Ledger<K, C>, Integer> value) {
        Gauge.builder(name, ledger, value::apply).register(meters);
    }

    /**
     * Does a unit of work over a connection; once more over a new one where the first one broke before the work was committed.
     *
     * @param preferred which idle connection is best
     * @throws X what the work throws, {@link MailFailure} apart
     */
    public <T, X extends Exception> T lend(K key, Predicate<C> preferred, Work<C, T, X> work) throws X {
        Entry<K, C> entry = borrow(key, preferred, false);
        try {
            return use(entry, work);
        } catch (Network e) {
            if (e.kind() != Network.Kind.BROKEN || entry.connection.isCommitted()) {
                throw e;
            }
        }
        return lendNew(key, work);
    }

    /** Does a unit of work over a connection that is opened for it, which proves that the key still opens one. */
    public <T, X extends Exception> T lendNew(K key, Work<C, T, X> work) throws X {
        return use(borrow(key, any -> false, true), work);
    }

    /** Forgets that the server did not accept a key, so that it is sent again. */
    public void forgive(K key) {
        refusals.remove(key);
    }

    private <T, X extends Exception> T use(Entry<K, C> entry, Work<C, T, X> work) throws X {
        try {
            return work.with(entry.connection);
        } finally {
            if (!ledger.giveBack(entry, !entry.connection.isBroken() && !closed)) {
                entry.connection.close();
            }
        }
    }

    private Entry<K, C> borrow(K key, Predicate<C> preferred, boolean fresh) {
        long start = System.nanoTime();
        long deadline = start + properties.patience().toNanos();
        while (true) {
            var found = ledger.take(key, preferred, fresh, deadline, () -> checkOpenFor(key))
                    .orElseThrow(() -> new Refused(Refused.Kind.BUSY, "no connection came free in time"));
            found.evicted().forEach(evicted -> evicted.connection.close());
            Entry<K, C> entry = found.entry();
            if (entry.connection == null ? open(entry) : isAlive(entry)) {
                waited.record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
                return entry;
            }
        }
    }

    private void checkOpenFor(K key) {
        if (closed) {
            throw new Refused(Refused.Kind.UNAVAILABLE, "the pool is closed");
        }
        Refusal refusal = refusals.get(key);
        if (refusal != null && refusal.until - System.nanoTime() > 0) {
            throw new MailFailure.Authentication("the server did not accept it a moment ago", refusal.failure);
        }
    }

    private boolean isAlive(Entry<K, C> entry) {
        boolean alive = false;
        try {
            alive = entry.connection.prepare(Duration.ofNanos(System.nanoTime() - entry.idleSince));
        } finally {
            if (!alive) {
                ledger.giveBack(entry, false);
                entry.connection.close();
            }
        }
        return alive;
    }

    /** Returns false where the server refuses the account another connection, and one of those that it has is to be waited for. */
    private boolean open(Entry<K, C> entry) {
        boolean settled = false;
        try {
            entry.connection = opener.apply(entry.key);
            refusals.remove(entry.key);
            opened.increment();
            settled = true;
            return true;
        } catch (MailFailure e) {
            failed.increment();
            if (e instanceof Refused refused && refused.kind() == Refused.Kind.UNAVAILABLE) {
                settled = true;
                ledger.refusedMore(entry).orElseThrow(() -> e).forEach(idle -> idle.connection.close());
                return false;
            }
            if (e instanceof MailFailure.Authentication) {
                refused(entry.key, e);
            }
            throw e;
        } finally {
            if (!settled) {
                ledger.giveBack(entry, false);
            }
        }
    }

    private void refused(K key, MailFailure failure) {
        refusals.put(
                key,
                new Refusal(
                        failure, System.nanoTime() + properties.refusalMemory().toNanos()));
        closeAll(ledger.retire(entry -> entry.key.equals(key)));
    }

    private void evictIdle() {
        long now = System.nanoTime();
        long longest = properties.idle().toNanos();
        closeAll(ledger.removeIdle(entry -> now - entry.idleSince > longest));
        refusals.values().removeIf(refusal -> refusal.until - now < 0);
    }

    private void closeAll(List<Entry<K, C>> removed) {
        removed.forEach(entry -> entry.connection.close());
    }

    /** Closes the idle connections of a key; those that are lent follow when they come back. */
    public void close(K key) {
        closeAll(ledger.retire(entry -> entry.key.equals(key)));
    }

    /** Closes all connections that are idle, those that are lent when they come back, and lends no more. */
    @Override
    public void close() {
        closed = true;
        evictor.shutdownNow();
        closeAll(ledger.retire(entry -> true));
    }
}
