package org.restante.mailstore.pool;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import org.restante.mailstore.MailFailure;
import org.restante.mailstore.MailFailure.Network;
import org.restante.mailstore.MailFailure.Refused;
import org.restante.mailstore.TimeLimit;
import org.restante.mailstore.pool.PoolMeters.Retirement;

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

    private static final Duration FAREWELL = Duration.ofSeconds(3);

    private final Function<K, C> opener;
    private final PoolProperties properties;
    private final Ledger<K, C> ledger;
    private final Refusals<K> refusals;
    private final PoolMeters meters;
    private final ScheduledExecutorService evictor = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "pool-evictor");
        thread.setDaemon(true);
        return thread;
    });
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
        refusals = new Refusals<>(properties.refusalMemory());
        this.meters = new PoolMeters(meters, ledger);
        long pause = Math.max(1, properties.idle().toMillis() / 4);
        evictor.scheduleWithFixedDelay(this::evictIdle, pause, pause, TimeUnit.MILLISECONDS);
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
        refusals.forgive(key);
    }

    private <T, X extends Exception> T use(Entry<K, C> entry, Work<C, T, X> work) throws X {
        try {
            return work.with(entry.connection);
        } finally {
            boolean works = !entry.connection.isBroken() && !closed;
            boolean worn = works && entry.connection.isWorn();
            if (worn) {
                meters.retired(Retirement.WORN, 1);
            }
            if (!ledger.giveBack(entry, works && !worn)) {
                entry.connection.close();
            }
        }
    }

    private Entry<K, C> borrow(K key, Predicate<C> preferred, boolean fresh) {
        long start = System.nanoTime();
        boolean metDead = false;
        while (true) {
            Entry<K, C> entry = place(key, preferred, fresh || metDead, start);
            if (entry.connection == null ? open(entry) : isAlive(entry)) {
                meters.waited.record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
                return entry;
            }
            // Where one is dead, the others that lay idle as long probably are, and finding out takes time.
            metDead = entry.connection != null;
        }
    }

    private Entry<K, C> place(K key, Predicate<C> preferred, boolean fresh, long start) {
        long now = System.nanoTime();
        long patience = properties.patience().toNanos() - (now - start);
        long wait = Math.min(patience, TimeLimit.atMost(properties.patience()).toNanos());
        var found = ledger.take(key, preferred, fresh, now + wait, () -> checkOpenFor(key))
                .orElseThrow(() -> noneFree(key, start));
        close(found.evicted(), Retirement.ROOM);
        Entry<K, C> entry = found.entry();
        boolean wanted = false;
        try {
            // Another one may have been refused while this one was on its way.
            checkOpenFor(key);
            wanted = true;
            return entry;
        } finally {
            if (!wanted) {
                ledger.giveBack(entry, entry.connection != null);
            }
        }
    }

    /** Where the account's connections all hang, it is the server that is slow, and not the person who asks for much. */
    private MailFailure noneFree(K key, long since) {
        TimeLimit.atMost(properties.patience());
        if (ledger.hangs(key, since, connection -> !connection.isCommitted())) {
            return new Network(Network.Kind.TIMED_OUT, "no connection came back in time", null);
        }
        return new Refused(Refused.Kind.BUSY, "no connection came free in time");
    }

    private void checkOpenFor(K key) {
        if (closed) {
            throw new Refused(Refused.Kind.UNAVAILABLE, "the pool is closed");
        }
        refusals.check(key);
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
            meters.opened.increment();
            settled = true;
            return true;
        } catch (MailFailure e) {
            meters.failed.increment();
            settled = e instanceof Refused refused && refused.kind() == Refused.Kind.UNAVAILABLE;
            if (settled) {
                return hasOthers(entry, e);
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

    /** Gives the place back; throws the failure where the account has no other connection that could be waited for. */
    private boolean hasOthers(Entry<K, C> entry, MailFailure failure) {
        Optional<List<Entry<K, C>>> idle = ledger.refusedMore(entry);
        if (idle.isEmpty()) {
            refusals.add(entry.key, failure);
            ledger.wake();
            throw failure;
        }
        close(idle.get(), Retirement.ROOM);
        return false;
    }

    private void refused(K key, MailFailure failure) {
        refusals.add(key, failure);
        closeAll(ledger.retire(entry -> entry.key.equals(key)));
        ledger.wake();
    }

    private void evictIdle() {
        long now = System.nanoTime();
        long longest = properties.idle().toNanos();
        close(ledger.removeIdle(entry -> now - entry.idleSince > longest), Retirement.IDLE);
        refusals.forgetOld();
    }

    private void close(List<Entry<K, C>> removed, Retirement why) {
        meters.retired(why, removed.size());
        closeAll(removed);
    }

    private void closeAll(List<Entry<K, C>> removed) {
        removed.forEach(entry -> entry.connection.close());
    }

    /** Closes the idle connections of a key; those that are lent follow when they come back. */
    public void close(K key) {
        closeAll(ledger.retire(entry -> entry.key.equals(key)));
    }

    /** Closes all connections that are idle, those that are lent when they come back, and lends no more. Takes a few seconds at most. */
    @Override
    public void close() {
        closed = true;
        evictor.shutdownNow();
        ledger.wake();
        long end = System.nanoTime() + FAREWELL.toNanos();
        for (Entry<K, C> entry : ledger.retire(entry -> true)) {
            if (end - System.nanoTime() > 0) {
                entry.connection.close();
            } else {
                entry.connection.abandon();
            }
        }
    }
}
