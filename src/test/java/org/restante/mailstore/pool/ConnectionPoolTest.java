package org.restante.mailstore.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.restante.mailstore.MailFailure.Network;

/** Whose connection is lent, and what becomes of one that is dead, broken or worn. */
class ConnectionPoolTest extends PoolTests {

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
        FakeConnection archive = pool.lend(
                "anna:1",
                any -> true,
                one -> pool.lend("anna:1", any -> true, two -> {
                    one.place = "INBOX";
                    two.place = "Archive";
                    return two;
                }));

        assertThat(pool.<FakeConnection, RuntimeException>lend("anna:1", each -> each.place.equals("Archive"), c -> c))
                .isSameAs(archive);
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
        FakeConnection first = pool.lend("anna:1", any -> true, connection -> {
            connection.worn = true;
            return connection;
        });

        assertThat(first.closed).isTrue();
        assertThat(lend(pool, "anna:1")).isNotSameAs(first);
        assertThat(retired("worn")).isEqualTo(1);
    }

    @Test
    void a_dead_connection_is_not_lent() {
        var pool = pool(2, 10);
        FakeConnection first = lend(pool, "anna:1");
        first.dead = true;

        assertThat(lend(pool, "anna:1")).isNotSameAs(first);
        assertThat(first.closed).isTrue();
    }

    @Test
    void work_is_done_once_more_over_a_new_connection_where_the_first_one_breaks() {
        var pool = pool(2, 10);
        List<FakeConnection> tried = new ArrayList<>();
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
        List<FakeConnection> tried = new ArrayList<>();

        assertThatThrownBy(() -> pool.lend("anna:1", any -> true, connection -> {
                    tried.add(connection);
                    connection.committed = true;
                    throw broken(connection);
                }))
                .isInstanceOf(Network.class);
        assertThat(tried).hasSize(1);
    }
}
