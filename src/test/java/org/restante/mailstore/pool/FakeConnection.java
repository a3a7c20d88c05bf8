package org.restante.mailstore.pool;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A connection to nowhere, which is as well or ill as a test wants it to be. */
final class FakeConnection implements PooledConnection {

    final String key;
    final int number;
    String place = "";
    boolean dead;
    boolean broken;
    boolean worn;
    boolean slowToLeave;
    boolean abandoned;
    boolean committed;
    boolean closed;

    FakeConnection(String key, int number) {
        this.key = key;
        this.number = number;
    }

    @Override
    public boolean prepare(Duration idle) {
        committed = false;
        return !dead;
    }

    @Override
    public boolean isCommitted() {
        return committed;
    }

    @Override
    public boolean isBroken() {
        return broken;
    }

    @Override
    public boolean isWorn() {
        return worn;
    }

    @Override
    public void close() {
        closed = true;
        if (slowToLeave) {
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
        }
    }

    @Override
    public void abandon() {
        closed = true;
        abandoned = true;
    }
}
