package org.restante.mailstore.pool;

/** A place in the pool: taken while the connection is being opened, lent or idle. Guarded by the ledger's lock. */
final class Entry<K, C> {

    final K key;
    final Object account;
    C connection;
    boolean lent = true;
    boolean retired;
    long idleSince;

    Entry(K key, Object account) {
        this.key = key;
        this.account = account;
    }
}
