package org.restante.mailstore.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.restante.mailstore.MailFailure;
import org.restante.mailstore.MailFailure.Network;
import org.restante.mailstore.MailFailure.Refused;
import org.restante.mailstore.TimeLimit;

class ConnectionPoolTest {

    /** The common pool has too few threads on a small machine for tasks that wait for each other. */
    private static final Executor ONE_EACH = task -> new Thread(task).start();

    private static final class Connection implements PooledConnection {
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

        Connection(String key, int number) {
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

    private final List<Connection> opened = new CopyOnWriteArrayList<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<ConnectionPool<String, Connection>> pools = new ArrayList<>();

    @AfterEach
    void close() {
        pools.forEach(ConnectionPool::close);
    }

    @Test
    void a_connection_is_used_again() {
        var pool = pool(2, 10);

        assertThat(lend(pool, "anna:1")).isSameAs(lend(pool, "anna:1"));
        assertThat(opened).hasSize(1);
        assertThat(meters.get("restante.pool.opened").counter().count()).isEqualTo(1);
        assertThat(meters.get("restante.pool.idle").gauge().value()).isEqualTo(1);
    }

    @Test
    void no_connection_ever_reaches_another_user_or_another_password() throws Exception {
        var pool = pool(3, 4);
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (String key : List.of("anna:1", "anna:2", "bert:1", "carl:1")) {
            all.add(CompletableFuture.runAsync(
                    () -> {
                        for (int i = 0; i < 500; i++) {
                            assertThat(lend(pool, key).key).isEqualTo(key);
                        }
                    },
                    ONE_EACH));
        }
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).get(20, TimeUnit.SECONDS);
    }

    @Test
    void the_connection_that_is_at_the_right_place_goes_first() {
        var pool = pool(3, 10);
        Connection archive = pool.lend(
                "anna:1",
                any -> true,
                one -> pool.lend("anna:1", any -> true, two -> {
                    one.place = "INBOX";
                    two.place = "Archive";
                    return two;
                }));

        assertThat(pool.<Connection, RuntimeException>lend("anna:1", each -> each.place.equals("Archive"), c -> c))
                .isSameAs(archive);
    }

    @Test
    void who_finds_none_free_waits_for_one() throws Exception {
        var pool = pool(1, 10);
        var held = new CountDownLatch(1);
        var holder = hold(pool, "anna:1", held);
        var waiter = CompletableFuture.supplyAsync(() -> lend(pool, "anna:1"), ONE_EACH);
        Awaitility.await()
                .until(() -> meters.get("restante.pool.waiting").gauge().value() == 1);
        held.countDown();

        assertThat(waiter.get(5, TimeUnit.SECONDS)).isSameAs(holder.get(5, TimeUnit.SECONDS));
    }

    @Test
    void who_waits_too_long_is_told_so() {
        var pool = pool(1, 10);
        var held = new CountDownLatch(1);
        hold(pool, "anna:1", held);
        opened.get(0).committed = true;

        assertThatThrownBy(() -> lend(pool, "anna:1"))
                .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.kind()).isEqualTo(Refused.Kind.BUSY));
        held.countDown();
    }

    @Test
    void who_waits_for_connections_that_all_hang_is_told_that_the_server_is_slow() {
        var pool = pool(1, 10);
        var held = new CountDownLatch(1);
        hold(pool, "anna:1", held);

        assertThatThrownBy(() -> lend(pool, "anna:1"))
                .isInstanceOfSatisfying(Network.class, e -> assertThat(e.kind()).isEqualTo(Network.Kind.TIMED_OUT));
        held.countDown();
    }

    @Test
    void others_do_not_wait_for_an_account_that_is_at_its_bound() {
        var pool = pool(1, 10);
        var held = new CountDownLatch(1);
        hold(pool, "anna:1", held);
        var waiter = CompletableFuture.supplyAsync(() -> lend(pool, "anna:1"), ONE_EACH);
        Awaitility.await()
                .until(() -> meters.get("restante.pool.waiting").gauge().value() == 1);

        assertThat(lend(pool, "bert:1").key).isEqualTo("bert:1");
        held.countDown();
        waiter.join();
    }

    @Test
    void who_came_first_goes_first() throws Exception {
        var pool = pool(1, 10);
        var held = new CountDownLatch(1);
        hold(pool, "anna:1", held);
        List<Integer> order = new CopyOnWriteArrayList<>();
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            int number = i;
            all.add(CompletableFuture.runAsync(
                    () -> pool.lend("anna:1", any -> true, connection -> order.add(number)), ONE_EACH));
            awaitWaiting(i);
        }
        held.countDown();
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).get(5, TimeUnit.SECONDS);

        assertThat(order).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void who_uses_few_goes_before_who_uses_many() throws Exception {
        var pool = pool(3, 3);
        List<CountDownLatch> held = List.of(new CountDownLatch(1), new CountDownLatch(1), new CountDownLatch(1));
        held.forEach(each -> hold(pool, "anna:1", each));
        List<String> order = new CopyOnWriteArrayList<>();
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (String key : List.of("anna:1", "anna:1", "bert:1")) {
            all.add(CompletableFuture.runAsync(
                    () -> pool.lend(key, any -> true, connection -> order.add(key)), ONE_EACH));
            awaitWaiting(all.size());
        }
        held.get(0).countDown();
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).get(5, TimeUnit.SECONDS);
        held.forEach(CountDownLatch::countDown);

        assertThat(order).containsExactly("bert:1", "anna:1", "anna:1");
    }

    @Test
    void who_uses_as_many_as_others_goes_on_with_the_connections_that_are_open() throws Exception {
        var pool = pool(4, 4);
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String key = i % 2 == 0 ? "anna:1" : "bert:1";
            all.add(CompletableFuture.runAsync(
                    () -> {
                        for (int n = 0; n < 200; n++) {
                            pool.lend(key, any -> true, connection -> connection);
                        }
                    },
                    ONE_EACH));
        }
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).get(10, TimeUnit.SECONDS);

        assertThat(opened).hasSizeLessThan(100);
    }

    @Test
    void who_has_most_idle_ones_makes_room_first() {
        var pool = pool(3, 4);
        Connection bert = lend(pool, "bert:1");
        Connection anna = pool.lend(
                "anna:1",
                any -> true,
                one -> pool.lend("anna:1", any -> true, two -> pool.lend("anna:1", any -> true, three -> three)));
        lend(pool, "carl:1");

        assertThat(bert.closed).isFalse();
        assertThat(anna.closed).isTrue();
        assertThat(retired("room")).isEqualTo(1);
    }

    @Test
    void who_met_a_dead_connection_gets_a_new_one_at_once() {
        var pool = pool(3, 10);
        pool.lend("anna:1", any -> true, one -> lend(pool, "anna:1"));
        opened.forEach(each -> each.dead = true);

        assertThat(lend(pool, "anna:1").number).isEqualTo(2);
        assertThat(opened.stream().filter(each -> each.closed)).hasSize(1);
    }

    @Test
    void a_connection_that_is_worn_is_replaced() {
        var pool = pool(2, 10);
        Connection first = pool.lend("anna:1", any -> true, connection -> {
            connection.worn = true;
            return connection;
        });

        assertThat(first.closed).isTrue();
        assertThat(lend(pool, "anna:1")).isNotSameAs(first);
        assertThat(retired("worn")).isEqualTo(1);
    }

    @Test
    void a_request_waits_no_longer_than_its_own_time() {
        var pool = pool(1, 10);
        var held = new CountDownLatch(1);
        hold(pool, "anna:1", held);

        try (var limit = TimeLimit.begin(Duration.ofMillis(100))) {
            assertThatThrownBy(() -> lend(pool, "anna:1"))
                    .isInstanceOfSatisfying(
                            Network.class, e -> assertThat(e.kind()).isEqualTo(Network.Kind.TIMED_OUT));
        }
        held.countDown();
    }

    @Test
    void a_server_that_throttles_is_left_in_peace_for_a_while() {
        List<String> tried = new CopyOnWriteArrayList<>();
        var pool = pool(5, 10, key -> {
            tried.add(key);
            throw new Refused(Refused.Kind.UNAVAILABLE, "not now");
        });
        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() -> lend(pool, "anna:1"))
                    .isInstanceOfSatisfying(
                            Refused.class, e -> assertThat(e.kind()).isEqualTo(Refused.Kind.UNAVAILABLE));
        }
        pool.forgive("anna:1");
        assertThatThrownBy(() -> lend(pool, "anna:1")).isInstanceOf(Refused.class);

        assertThat(tried).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void an_idle_connection_makes_room_for_one_that_is_wanted() {
        var pool = pool(2, 2);
        Connection anna = lend(pool, "anna:1");
        lend(pool, "bert:1");
        lend(pool, "carl:1");

        assertThat(anna.closed).isTrue();
    }

    @Test
    void a_dead_connection_is_not_lent() {
        var pool = pool(2, 10);
        Connection first = lend(pool, "anna:1");
        first.dead = true;

        assertThat(lend(pool, "anna:1")).isNotSameAs(first);
        assertThat(first.closed).isTrue();
    }

    @Test
    void work_is_done_once_more_over_a_new_connection_where_the_first_one_breaks() {
        var pool = pool(2, 10);
        List<Connection> tried = new ArrayList<>();
        pool.lend("anna:1", any -> true, connection -> {
            tried.add(connection);
            if (tried.size() == 1) {
                throw broken(connection);
            }
            return null;
        });

        assertThat(tried).doesNotHaveDuplicates().hasSize(2);
        assertThat(tried.get(0).closed).isTrue();
    }

    @Test
    void work_that_was_committed_is_not_done_again() {
        var pool = pool(2, 10);
        List<Connection> tried = new ArrayList<>();

        assertThatThrownBy(() -> pool.lend("anna:1", any -> true, connection -> {
                    tried.add(connection);
                    connection.committed = true;
                    throw broken(connection);
                }))
                .isInstanceOf(Network.class);
        assertThat(tried).hasSize(1);
    }

    @Test
    void a_server_that_refuses_another_connection_makes_requests_wait_for_those_it_gave() throws Exception {
        var pool = pool(5, 10, key -> {
            synchronized (this) {
                if (opened.stream().filter(each -> !each.closed).count() >= 2) {
                    throw new Refused(Refused.Kind.UNAVAILABLE, "too many");
                }
                return open(key);
            }
        });
        List<CompletableFuture<Connection>> all = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            all.add(CompletableFuture.supplyAsync(() -> lend(pool, "anna:1"), ONE_EACH));
        }
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).get(10, TimeUnit.SECONDS);

        assertThat(opened.stream().filter(each -> !each.closed)).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void a_server_that_refuses_the_first_connection_is_not_waited_for() {
        var pool = pool(5, 10, key -> {
            throw new Refused(Refused.Kind.UNAVAILABLE, "not now");
        });

        assertThatThrownBy(() -> lend(pool, "anna:1"))
                .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.kind()).isEqualTo(Refused.Kind.UNAVAILABLE));
        assertThat(meters.get("restante.pool.failed").counter().count()).isEqualTo(1);
    }

    @Test
    void a_password_that_was_refused_is_not_tried_again_at_once() {
        List<String> tried = new CopyOnWriteArrayList<>();
        var pool = pool(5, 10, key -> {
            tried.add(key);
            throw new MailFailure.Authentication("no", null);
        });
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> lend(pool, "anna:1")).isInstanceOf(MailFailure.Authentication.class);
        }
        assertThat(tried).hasSize(1);
        pool.forgive("anna:1");
        assertThatThrownBy(() -> lend(pool, "anna:1")).isInstanceOf(MailFailure.Authentication.class);
        assertThat(tried).hasSize(2);
    }

    @Test
    void a_key_that_is_closed_leaves_nothing_open() {
        var pool = pool(2, 10);
        Connection lent = pool.lend("anna:1", any -> true, connection -> {
            lend(pool, "anna:1");
            pool.close("anna:1");
            return connection;
        });

        assertThat(lent.closed).isTrue();
        assertThat(opened).allMatch(each -> each.closed);
    }

    @Test
    void what_nobody_uses_is_closed_after_a_while() {
        var pool = pool(2, 10);
        Connection connection = lend(pool, "anna:1");

        Awaitility.await().untilAsserted(() -> assertThat(connection.closed).isTrue());
    }

    @Test
    void closing_the_pool_closes_all_and_lends_no_more() {
        var pool = pool(2, 10);
        Connection connection = lend(pool, "anna:1");
        pool.close();

        assertThat(connection.closed).isTrue();
        assertThatThrownBy(() -> lend(pool, "anna:1")).isInstanceOf(Refused.class);
    }

    @Test
    void closing_the_pool_takes_seconds_whatever_the_servers_do() {
        var pool = pool(8, 10);
        var held = new CountDownLatch(1);
        for (int i = 0; i < 8; i++) {
            hold(pool, "anna:1", held);
        }
        held.countDown();
        Awaitility.await().until(() -> meters.get("restante.pool.idle").gauge().value() == 8);
        opened.forEach(each -> each.slowToLeave = true);
        long start = System.nanoTime();
        pool.close();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(6));
        assertThat(opened).allMatch(each -> each.closed).anyMatch(each -> each.abandoned);
    }

    private double retired(String why) {
        return meters.get("restante.pool.retired").tag("why", why).counter().count();
    }

    private void awaitWaiting(int count) {
        Awaitility.await()
                .until(() -> meters.get("restante.pool.waiting").gauge().value() == count);
    }

    private ConnectionPool<String, Connection> pool(int perAccount, int total) {
        return pool(perAccount, total, this::open);
    }

    private ConnectionPool<String, Connection> pool(int perAccount, int total, Function<String, Connection> opener) {
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

    private synchronized Connection open(String key) {
        var connection = new Connection(key, opened.size());
        opened.add(connection);
        return connection;
    }

    private static Connection lend(ConnectionPool<String, Connection> pool, String key) {
        return pool.lend(key, any -> true, connection -> connection);
    }

    private static CompletableFuture<Connection> hold(
            ConnectionPool<String, Connection> pool, String key, CountDownLatch until) {
        var begun = new CountDownLatch(1);
        CompletableFuture<Connection> result = CompletableFuture.supplyAsync(
                () -> pool.lend(key, any -> true, connection -> {
                    begun.countDown();
                    await(until);
                    return connection;
                }),
                ONE_EACH);
        await(begun);
        return result;
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Network broken(Connection connection) {
        connection.broken = true;
        return new Network(Network.Kind.BROKEN, "broken", null);
    }
}
