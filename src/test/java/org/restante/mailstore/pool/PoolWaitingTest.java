package org.restante.mailstore.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.restante.mailstore.MailFailure.Network;
import org.restante.mailstore.MailFailure.Refused;
import org.restante.mailstore.TimeLimit;

/** Who gets a connection where there are fewer than are wanted. */
class PoolWaitingTest extends PoolTests {

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
        var pool = pool(3, 3);
        List<CountDownLatch> held = List.of(new CountDownLatch(1), new CountDownLatch(1), new CountDownLatch(1));
        CompletableFuture<FakeConnection> first = hold(pool, "anna:1", held.get(0));
        hold(pool, "anna:1", held.get(1));
        hold(pool, "bert:1", held.get(2));
        CompletableFuture.runAsync(() -> lend(pool, "bert:1"), ONE_EACH);
        awaitWaiting(1);
        var waiter = CompletableFuture.supplyAsync(() -> lend(pool, "anna:1"), ONE_EACH);
        awaitWaiting(2);
        held.get(0).countDown();

        assertThat(waiter.get(5, TimeUnit.SECONDS)).isSameAs(first.get(5, TimeUnit.SECONDS));
        held.forEach(CountDownLatch::countDown);
    }

    @Test
    void who_has_most_idle_ones_makes_room_first() {
        var pool = pool(3, 4);
        FakeConnection bert = lend(pool, "bert:1");
        FakeConnection anna = pool.lend(
                "anna:1",
                any -> true,
                one -> pool.lend("anna:1", any -> true, two -> pool.lend("anna:1", any -> true, three -> three)));
        lend(pool, "carl:1");

        assertThat(bert.closed).isFalse();
        assertThat(anna.closed).isTrue();
        assertThat(retired("room")).isEqualTo(1);
    }

    @Test
    void an_idle_connection_makes_room_for_one_that_is_wanted() {
        var pool = pool(2, 2);
        FakeConnection anna = lend(pool, "anna:1");
        lend(pool, "bert:1");
        lend(pool, "carl:1");

        assertThat(anna.closed).isTrue();
    }
}
