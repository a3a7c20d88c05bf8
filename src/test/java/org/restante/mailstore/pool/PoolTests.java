package org.restante.mailstore.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.restante.mailstore.MailFailure.Network;

/** What the tests of the pool share: a pool of fake connections, whose keys are an account and a password. */
abstract class PoolTests {

    /** The common pool has too few threads on a small machine for tasks that wait for each other. */
    static final Executor ONE_EACH = task -> new Thread(task).start();

    final List<FakeConnection> opened = new CopyOnWriteArrayList<>();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<ConnectionPool<String, FakeConnection>> pools = new ArrayList<>();

    @AfterEach
    void close() {
        pools.forEach(ConnectionPool::close);
    }

    double retired(String why) {
        return meters.get("restante.pool.retired").tag("why", why).counter().count();
    }

    void awaitWaiting(int count) {
        Awaitility.await()
                .until(() -> meters.get("restante.pool.waiting").gauge().value() == count);
    }

    ConnectionPool<String, FakeConnection> pool(int perAccount, int total) {
        return pool(perAccount, total, this::open);
    }

    ConnectionPool<String, FakeConnection> pool(int perAccount, int total, Function<String, FakeConnection> opener) {
        var properties = new PoolProperties(
                perAccount,
                total,
                Duration.ofSeconds(1),
                Duration.ofSeconds(2),
                Duration.ofSeconds(30),
                Duration.ofSeconds(30));
        var pool = new ConnectionPool<>(opener, key -> key.substring(0, key.indexOf(':')), properties, meters);
        pools.add(pool);
        return pool;
    }

    synchronized FakeConnection open(String key) {
        var connection = new FakeConnection(key, opened.size());
        opened.add(connection);
        return connection;
    }

    static FakeConnection lend(ConnectionPool<String, FakeConnection> pool, String key) {
        return pool.lend(key, any -> true, connection -> connection);
    }

    static CompletableFuture<FakeConnection> hold(
            ConnectionPool<String, FakeConnection> pool, String key, CountDownLatch until) {
        var begun = new CountDownLatch(1);
        CompletableFuture<FakeConnection> result = CompletableFuture.supplyAsync(
                () -> pool.lend(key, any -> true, connection -> {
                    begun.countDown();
                    await(until);
                    return connection;
                }),
                ONE_EACH);
        await(begun);
        return result;
    }

    static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static Network broken(FakeConnection connection) {
        connection.broken = true;
        return new Network(Network.Kind.BROKEN, "broken", null);
    }
}
