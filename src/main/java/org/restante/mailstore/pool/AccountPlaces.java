package org.restante.mailstore.pool;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** The places that one account has, and who waits for one. Guarded by the ledger's lock. */
final class AccountPlaces<K, C> {

    private static final long LIMIT_MEMORY = TimeUnit.MINUTES.toNanos(1);

    final Set<Entry<K, C>> entries = new HashSet<>();
    final Deque<Waiter<K, C>> waiters = new ArrayDeque<>();
    private final int bound;
    private int learned;
    private long lastReturn = System.nanoTime();
    private long learnedUntil;

    AccountPlaces(int bound) {
        this.bound = bound;
        learned = bound;
    }

    /** Takes note, for a minute, that the server gives the account no more connections than it has now. */
    void learnLimit() {
        learned = entries.size();
        learnedUntil = System.nanoTime() + LIMIT_MEMORY;
    }

    boolean isFull() {
        if (learned < bound && learnedUntil - System.nanoTime() < 0) {
            learned = bound;
        }
        return entries.size() >= learned;
    }

    void noteReturn() {
        lastReturn = System.nanoTime();
    }

    /** Returns whether none came back since then. */
    boolean hangsSince(long then) {
        return lastReturn - then < 0;
    }

    boolean isForgettable() {
        return entries.isEmpty() && waiters.isEmpty();
    }

    private long lent() {
        return entries.stream().filter(each -> each.lent).count();
    }

    /**
     * Returns how many the account uses, or one less where who waits first can have one that lies idle: to close that one and open
     * another for somebody else is worth it only for who has clearly fewer.
     */
    long standing() {
        Waiter<K, C> first = waiters.getFirst();
        long lent = lent();
        return lent > 0 && !first.fresh && idle(first.key, first.preferred).isPresent() ? lent - 1 : lent;
    }

    /** The preferred one; else the one that was not used for longest, so that the others keep what they have selected. */
    Optional<Entry<K, C>> idle(K key, Predicate<C> preferred) {
        return entries.stream()
                .filter(each -> !each.lent && each.key.equals(key))
                .min(Comparator.<Entry<K, C>, Boolean>comparing(each -> !preferred.test(each.connection))
                        .thenComparing(each -> each.idleSince));
    }

    Optional<Entry<K, C>> oldestIdle() {
        return entries.stream().filter(each -> !each.lent).min(Comparator.comparingLong(each -> each.idleSince));
    }
}
