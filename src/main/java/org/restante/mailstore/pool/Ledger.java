package org.restante.mailstore.pool;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Who has which place in the pool, and who waits for one. A place that comes free goes to the account that uses the fewest, and there
 * to who came first. It opens and closes nothing itself. Safe for use by many threads.
 */
final class Ledger<K, C> {

    /** A place that was found, and the connections that had to make room for it, which are to be closed. */
    record Found<K, C>(Entry<K, C> entry, List<Entry<K, C>> evicted) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Object, AccountPlaces<K, C>> places = new HashMap<>();
    private final Function<K, Object> accounts;
    private final int perAccount;
    private final int total;
    private int open;
    private int lent;
    private int waiting;
    private long arrivals;

    Ledger(Function<K, Object> accounts, int perAccount, int total) {
        this.accounts = accounts;
        this.perAccount = perAccount;
        this.total = total;
    }

    /**
     * Takes a place: one with an idle connection, the preferred one first, else an empty one to open a connection in.
     *
     * @param fresh whether an idle connection is of no use
     * @param deadline until when to wait, by {@link System#nanoTime()}
     * @param giveUp is asked before each wait, and throws to end it
     * @return empty where nothing came free in time
     */
    Optional<Found<K, C>> take(K key, Predicate<C> preferred, boolean fresh, long deadline, Runnable giveUp) {
        return locked(() -> {
            giveUp.run();
            Object account = accounts.apply(key);
            AccountPlaces<K, C> own = places.computeIfAbsent(account, name -> new AccountPlaces<>(perAccount));
            var waiter = new Waiter<K, C>(key, preferred, fresh, ++arrivals, lock.newCondition());
            own.waiters.addLast(waiter);
            waiting++;
            try {
                serve();
                while (waiter.found == null && await(waiter, deadline)) {
                    if (waiter.found == null) {
                        giveUp.run();
                    }
                }
                return Optional.ofNullable(waiter.found);
            } finally {
                leave(account, own, waiter);
            }
        });
    }

    /** Returns false where the time is over. */
    private boolean await(Waiter<K, C> waiter, long deadline) {
        try {
            return waiter.changed.awaitNanos(deadline - System.nanoTime()) > 0 || waiter.found != null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void leave(Object account, AccountPlaces<K, C> own, Waiter<K, C> waiter) {
        if (waiter.found == null) {
            own.waiters.remove(waiter);
            waiting--;
            forget(account, own);
        }
    }

    private void forget(Object account, AccountPlaces<K, C> own) {
        if (own.isForgettable()) {
            places.remove(account, own);
        }
    }

    /** Gives whatever is free to those who wait for it. */
    private void serve() {
        while (waiting > 0 && serveOne()) {
            // Until nobody is left who can be served.
        }
    }

    private boolean serveOne() {
        Stream<AccountPlaces<K, C>> waitingAccounts = places.values().stream().filter(each -> !each.waiters.isEmpty());
        List<AccountPlaces<K, C>> ordered = waitingAccounts
                .sorted(Comparator.<AccountPlaces<K, C>>comparingLong(AccountPlaces::standing)
                        .thenComparingLong(each -> each.waiters.getFirst().arrival))
                .toList();
        for (AccountPlaces<K, C> account : ordered) {
            Waiter<K, C> first = account.waiters.getFirst();
            first.found = find(account, first);
            if (first.found != null) {
                account.waiters.removeFirst();
                waiting--;
                first.changed.signal();
                return true;
            }
        }
        return false;
    }

    private Found<K, C> find(AccountPlaces<K, C> own, Waiter<K, C> waiter) {
        Optional<Entry<K, C>> idle = waiter.fresh ? Optional.empty() : own.idle(waiter.key, waiter.preferred);
        if (idle.isPresent()) {
            idle.get().lent = true;
            lent++;
            return new Found<>(idle.get(), List.of());
        }
        List<Entry<K, C>> evicted = new ArrayList<>();
        if (own.isFull()) {
            own.oldestIdle().ifPresent(evicted::add);
        } else if (open >= total) {
            oldestIdleOfMost().ifPresent(evicted::add);
        }
        evicted.forEach(this::remove);
        if (own.isFull() || open >= total) {
            return null;
        }
        var entry = new Entry<K, C>(waiter.key, accounts.apply(waiter.key));
        own.entries.add(entry);
        open++;
        lent++;
        return new Found<>(entry, evicted);
    }

    /** Who has most of them gives first. */
    private Optional<Entry<K, C>> oldestIdleOfMost() {
        if (lent == open) {
            return Optional.empty();
        }
        return places.values().stream()
                .filter(each -> each.oldestIdle().isPresent())
                .max(Comparator.<AccountPlaces<K, C>>comparingInt(each -> each.entries.size())
                        .thenComparing(each -> -each.oldestIdle().orElseThrow().idleSince))
                .flatMap(AccountPlaces::oldestIdle);
    }

    private void remove(Entry<K, C> entry) {
        AccountPlaces<K, C> own = places.get(entry.account);
        if (own != null && own.entries.remove(entry)) {
            open--;
            lent -= entry.lent ? 1 : 0;
            forget(entry.account, own);
        }
    }

    /**
     * Gives a place back.
     *
     * @return whether its connection is kept; else it is to be closed
     */
    boolean giveBack(Entry<K, C> entry, boolean usable) {
        return locked(() -> {
            boolean kept = usable && !entry.retired;
            if (kept) {
                places.get(entry.account).noteReturn();
                entry.lent = false;
                entry.idleSince = System.nanoTime();
                lent--;
            } else {
                remove(entry);
            }
            serve();
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
            AccountPlaces<K, C> own = places.get(entry.account);
            remove(entry);
            if (own.entries.isEmpty()) {
                return Optional.empty();
            }
            own.learnLimit();
            return Optional.of(removeIdle(each -> each.account.equals(entry.account)));
        });
    }

    /**
     * Returns whether an account's connections do nothing that anybody could see: none came back since then, and this holds for all.
     */
    boolean hangs(K key, long since, Predicate<C> silent) {
        return locked(() -> {
            AccountPlaces<K, C> own = places.get(accounts.apply(key));
            return own != null
                    && own.hangsSince(since)
                    && own.entries.stream().allMatch(each -> each.connection == null || silent.test(each.connection));
        });
    }

    /** Takes out the idle connections for which this holds, to be closed. */
    List<Entry<K, C>> removeIdle(Predicate<Entry<K, C>> condition) {
        return locked(() -> {
            List<Entry<K, C>> removed =
                    all().filter(each -> !each.lent && condition.test(each)).toList();
            removed.forEach(this::remove);
            serve();
            return removed;
        });
    }

    /** Like {@link #removeIdle}; those that are lent are not kept when they come back. */
    List<Entry<K, C>> retire(Predicate<Entry<K, C>> condition) {
        return locked(() -> {
            all().filter(condition).forEach(each -> each.retired = true);
            return removeIdle(condition);
        });
    }

    /** Lets those who wait see whether they have reason to give up, and gives what is free to the others. */
    void wake() {
        locked(() -> {
            places.values().stream().flatMap(each -> each.waiters.stream()).forEach(each -> each.changed.signal());
            serve();
            return null;
        });
    }

    private Stream<Entry<K, C>> all() {
        return places.values().stream().flatMap(each -> each.entries.stream());
    }

    int lent() {
        return locked(() -> lent);
    }

    int idle() {
        return locked(() -> open - lent);
    }

    int waiting() {
        return locked(() -> waiting);
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
