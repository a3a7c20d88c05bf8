package org.restante.mailstore.pool;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Who has which place in the pool, and who waits for one. It opens and closes nothing itself. Safe for use by many threads. */
final class Ledger<K, C> {

    /** What a server taught us about an account, for a while. */
    private record LearnedLimit(int connections, long until) {}

    private static final class Waiter {
        final Object account;

        Waiter(Object account) {
            this.account = account;
        }
    }

    /** A place that was found, and the connections that had to make room for it, which are to be closed. */
    record Found<K, C>(Entry<K, C> entry, List<Entry<K, C>> evicted) {}

    private static final long LIMIT_MEMORY = TimeUnit.MINUTES.toNanos(1);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Set<Entry<K, C>> entries = new HashSet<>();
    private final Map<Object, LearnedLimit> learned = new HashMap<>();
    private final Deque<Waiter> waiters = new ArrayDeque<>();
    private final Function<K, Object> accounts;
    private final int perAccount;
    private final int total;

    Ledger(Function<K, Object> accounts, int perAccount, int total) {
        this.accounts = accounts;
        this.perAccount = perAccount;
        this.total = total;
    }

    /**
     * Takes a place: one with an idle connection, the preferred one first, else an empty one to open a connection in. Who came first
     * goes first.
     *
     * @param fresh whether an idle connection is of no use
     * @param giveUp is asked before each wait, and throws to end it
     * @return empty where nothing came free in time
     */
    Optional<Found<K, C>> take(K key, Predicate<C> preferred, boolean fresh, long deadline, Runnable giveUp) {
        return locked(() -> {
            var waiter = new Waiter(accounts.apply(key));
            waiters.addLast(waiter);
            try {
                while (true) {
                    giveUp.run();
                    Optional<Found<K, C>> found = isNext(waiter) ? find(key, preferred, fresh) : Optional.empty();
                    if (found.isPresent() || !await(deadline)) {
                        return found;
                    }
                }
            } finally {
                waiters.removeIf(each -> each == waiter);
                changed.signalAll();
            }
        });
    }

    private boolean await(long deadline) {
        long rest = deadline - System.nanoTime();
        try {
            return rest > 0 && changed.awaitNanos(rest) > 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Nobody goes before those who wait for the same account, or for any place at all. */
    private boolean isNext(Waiter waiter) {
        for (Waiter earlier : waiters) {
            if (earlier == waiter) {
                return true;
            }
            if (earlier.account.equals(waiter.account) || openOf(earlier.account) < limitOf(earlier.account)) {
                return false;
            }
        }
        return true;
    }

    private Optional<Found<K, C>> find(K key, Predicate<C> preferred, boolean fresh) {
        Optional<Entry<K, C>> idle = fresh ? Optional.empty() : idleOf(key, preferred);
        if (idle.isPresent()) {
            idle.get().lent = true;
            return Optional.of(new Found<>(idle.get(), List.of()));
        }
        Object account = accounts.apply(key);
        List<Entry<K, C>> evicted = new ArrayList<>();
        boolean room = makeRoom(openOf(account) >= limitOf(account), each -> each.account.equals(account), evicted)
                && makeRoom(entries.size() >= total, each -> true, evicted);
        if (!room) {
            return Optional.empty();
        }
        var entry = new Entry<K, C>(key, account);
        entries.add(entry);
        return Optional.of(new Found<>(entry, evicted));
    }

    private boolean makeRoom(boolean needed, Predicate<Entry<K, C>> candidate, List<Entry<K, C>> evicted) {
        if (!needed) {
            return true;
        }
        var oldest = entries.stream()
                .filter(each -> !each.lent && candidate.test(each))
                .min(Comparator.comparingLong(each -> each.idleSince));
        oldest.ifPresent(each -> {
            entries.remove(each);
            evicted.add(each);
        });
        return oldest.isPresent();
    }

    /** The preferred one; else the one that was not used for longest, so that the others keep what they have selected. */
    private Optional<Entry<K, C>> idleOf(K key, Predicate<C> preferred) {
        return entries.stream()
                .filter(each -> !each.lent && each.key.equals(key))
                .min(Comparator.<Entry<K, C>, Boolean>comparing(each -> !preferred.test(each.connection))
                        .thenComparing(each -> each.idleSince));
    }

    private long openOf(Object account) {
        return entries.stream().filter(each -> each.account.equals(account)).count();
    }

    private int limitOf(Object account) {
        LearnedLimit limit = learned.get(account);
        if (limit != null && limit.until - System.nanoTime() < 0) {
            learned.remove(account);
            return perAccount;
        }
        return limit == null ? perAccount : limit.connections;
    }

    /**
     * Gives a place back.
     *
     * @return whether its connection is kept; else it is to be closed
     */
    boolean giveBack(Entry<K, C> entry, boolean usable) {
        return locked(() -> {
            boolean kept = usable && !entry.retired;
            entry.lent = false;
            entry.idleSince = System.nanoTime();
            if (!kept) {
                entries.remove(entry);
            }
            changed.signalAll();
            return kept;
        });
    }

    /**
     * Takes note that the server refuses the account more connections than it has now, and gives the place back.
     *
     * @return the account's idle connections, to be closed; empty where it has none besides, so that waiting is of no use
     */
    Optional<List<Entry<K, C>>> refusedMore(Entry<K, C> entry) {
        return locked(() -> {
            entries.remove(entry);
            changed.signalAll();
            int others = (int) openOf(entry.account);
            if (others == 0) {
                return Optional.empty();
            }
            learned.put(entry.account, new LearnedLimit(others, System.nanoTime() + LIMIT_MEMORY));
            return Optional.of(removeIdle(each -> each.account.equals(entry.account)));
        });
    }

    /** Takes out the idle connections for which this holds, to be closed. */
    List<Entry<K, C>> removeIdle(Predicate<Entry<K, C>> condition) {
        return locked(() -> {
            List<Entry<K, C>> removed = entries.stream()
                    .filter(each -> !each.lent && condition.test(each))
                    .toList();
            removed.forEach(entries::remove);
            changed.signalAll();
            return removed;
        });
    }

    /** Like {@link #removeIdle}; those that are lent are not kept when they come back. */
    List<Entry<K, C>> retire(Predicate<Entry<K, C>> condition) {
        return locked(() -> {
            entries.stream().filter(condition).forEach(each -> each.retired = true);
            return removeIdle(condition);
        });
    }

    int lent() {
        return locked(() -> (int) entries.stream().filter(each -> each.lent).count());
    }

    int idle() {
        return locked(() -> (int) entries.stream().filter(each -> !each.lent).count());
    }

    int waiting() {
        return locked(waiters::size);
    }

    private <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
