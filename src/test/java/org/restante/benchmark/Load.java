package org.restante.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Clients that each do the same again as soon as it is done, and how that went. */
final class Load {

    private Load() {}

    /**
     * How it went.
     *
     * @param nanos how long each took that did not fail, sorted
     * @param seconds how long all took
     * @param restante the processor time of Restante for each, in milliseconds
     * @param mailServer the same of the mail server
     */
    record Result(long[] nanos, int failures, double seconds, double restante, double mailServer) {

        /** Returns the time within which this percentage was done, in milliseconds. */
        double percentile(double percent) {
            int at = (int) (nanos.length * percent / 100);
            return nanos.length == 0 ? Double.NaN : nanos[Math.min(nanos.length - 1, at)] / 1e6;
        }

        double perSecond() {
            return nanos.length / seconds;
        }
    }

    /** How many of each client, and for how long at most. */
    record Limit(int each, double seconds) {}

    /** Has each client do its exchange until the limit is reached. */
    static Result run(List<Exchange> clients, Limit limit, Cpu restante, Cpu mailServer) throws IOException {
        double restanteBefore = restante.millis();
        double serverBefore = mailServer.millis();
        long start = System.nanoTime();
        List<Timed> all = together(clients, limit);
        double seconds = (System.nanoTime() - start) / 1e9;
        long[] nanos = all.stream()
                .flatMapToLong(timed -> Arrays.stream(timed.nanos))
                .sorted()
                .toArray();
        double count = Math.max(1, nanos.length);
        return new Result(
                nanos,
                all.stream().mapToInt(Timed::failures).sum(),
                seconds,
                (restante.millis() - restanteBefore) / count,
                (mailServer.millis() - serverBefore) / count);
    }

    private record Timed(long[] nanos, int failures) {}

    private static List<Timed> together(List<Exchange> clients, Limit limit) throws IOException {
        ExecutorService threads = Executors.newFixedThreadPool(clients.size());
        try {
            List<Future<Timed>> running = clients.stream()
                    .map(client -> threads.submit(() -> timed(client, limit)))
                    .toList();
            List<Timed> all = new ArrayList<>();
            for (Future<Timed> each : running) {
                all.add(each.get());
            }
            return all;
        } catch (InterruptedException | ExecutionException e) {
            throw new IOException(e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static Timed timed(Exchange exchange, Limit limit) {
        long[] nanos = new long[1024];
        int count = 0;
        int failures = 0;
        long end = System.nanoTime() + (long) (limit.seconds * TimeUnit.SECONDS.toNanos(1));
        for (int i = 0; i < limit.each && System.nanoTime() < end; i++) {
            long before = System.nanoTime();
            try {
                exchange.run(i);
            } catch (IOException e) {
                failures++;
                continue;
            }
            if (count == nanos.length) {
                nanos = Arrays.copyOf(nanos, 2 * count);
            }
            nanos[count++] = System.nanoTime() - before;
        }
        return new Timed(Arrays.copyOf(nanos, count), failures);
    }
}
