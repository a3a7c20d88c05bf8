package org.restante.mailstore.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.restante.mailstore.MailFailure;
import org.restante.mailstore.MailFailure.Refused;

/** A server that gives no connection is not asked again and again. */
class PoolRefusalsTest extends PoolTests {

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
    void a_server_that_refuses_another_connection_makes_requests_wait_for_those_it_gave() throws Exception {
        var pool = pool(5, 10, key -> {
            synchronized (this) {
                if (opened.stream().filter(each -> !each.closed).count() >= 2) {
                    throw new Refused(Refused.Kind.UNAVAILABLE, "too many");
                }
                return open(key);
            }
        });
        List<CompletableFuture<FakeConnection>> all = new ArrayList<>();
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
}
