package org.restante.message;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/** Looks again and again at how much memory is really in use. */
final class HeapWatch implements AutoCloseable {

    private final AtomicBoolean ended = new AtomicBoolean();
    private final long before;
    private final CompletableFuture<Void> watching;
    private volatile long most;

    HeapWatch(boolean watches) {
        before = watches ? used() : 0;
        most = before;
        watching = watches ? CompletableFuture.runAsync(this::watch) : CompletableFuture.completedFuture(null);
    }

    private void watch() {
        while (!ended.get()) {
            most = Math.max(most, used());
        }
    }

    long growth() {
        return most - before;
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @Override
    public void close() {
        ended.set(true);
        watching.join();
    }
}
