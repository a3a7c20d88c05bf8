package org.restante.mailstore.pool;

import java.util.concurrent.locks.Condition;
import java.util.function.Predicate;

/** Somebody who waits for a place. Guarded by the ledger's lock. */
final class Waiter<K, C> {

    final K key;
    final Predicate<C> preferred;
    final boolean fresh;
    final long arrival;
    final Condition changed;
    Ledger.Found<K, C> found;

    /**
     * Begins to wait.
     *
     * @param preferred which idle connection is best
     * @param fresh whether an idle connection is of no use
     * @param arrival orders those who wait
     * @param changed is signalled when something was found, or there is reason to give up
     */
    Waiter(K key, Predicate<C> preferred, boolean fresh, long arrival, Condition changed) {
        this.key = key;
        this.preferred = preferred;
        this.fresh = fresh;
        this.arrival = arrival;
        this.changed = changed;
    }
}
