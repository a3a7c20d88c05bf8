package org.restante.mailstore.wire;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Looks up hosts within a limit: the system's own look-up has none, and would hold up the carrier of a virtual thread. */
final class Resolver {

    private static final Executor THREADS = work -> {
        Thread thread = new Thread(work, "mail-resolver");
        thread.setDaemon(true);
        thread.start();
    };

    /** One look-up for each host is under way at most, so that there are no more threads than hosts. */
    private static final Map<String, CompletableFuture<InetAddress>> UNDER_WAY = new ConcurrentHashMap<>();

    private Resolver() {}

    /**
     * Returns the address of a host.
     *
     * @throws IOException where there is none, or the limit is over
     */
    static InetAddress resolve(String host, Duration limit) throws IOException {
        try {
            return lookUp(host).get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new SocketTimeoutException("the host's address was not found in time");
        } catch (ExecutionException e) {
            throw new IOException("the host has no address", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    private static CompletableFuture<InetAddress> lookUp(String host) {
        var mine = new CompletableFuture<InetAddress>();
        var underWay = UNDER_WAY.putIfAbsent(host, mine);
        if (underWay != null) {
            return underWay;
        }
        THREADS.execute(() -> {
            try {
                mine.complete(InetAddress.getByName(host));
            } catch (IOException | RuntimeException e) {
                mine.completeExceptionally(e);
            } finally {
                UNDER_WAY.remove(host, mine);
            }
        });
        return mine;
    }
}
