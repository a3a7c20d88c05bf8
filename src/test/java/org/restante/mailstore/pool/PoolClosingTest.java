package org.restante.mailstore.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.restante.mailstore.MailFailure.Refused;

/** How connections end that nobody needs any more. */
class PoolClosingTest extends PoolTests {

    @Test
    void a_key_that_is_closed_leaves_nothing_open() {
        var pool = pool(2, 10);
        FakeConnection lent = pool.lend("anna:1", any -> true, connection -> {
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
        FakeConnection connection = lend(pool, "anna:1");

        Awaitility.await().untilAsserted(() -> assertThat(connection.closed).isTrue());
    }

    @Test
    void closing_the_pool_closes_all_and_lends_no_more() {
        var pool = pool(2, 10);
        FakeConnection connection = lend(pool, "anna:1");
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
}
