package org.restante.mailstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.restante.mailstore.MailFailure.Network;

class TimeLimitTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration OVER = Duration.ofSeconds(-1);

    @Test
    void without_one_everything_has_only_its_own_limit() {
        assertThat(TimeLimit.atMost(LONG)).isEqualTo(LONG);
    }

    @Test
    void the_narrowest_holds() {
        try (var outer = TimeLimit.begin(Duration.ofSeconds(30))) {
            try (var inner = TimeLimit.begin(LONG)) {
                assertThat(TimeLimit.atMost(LONG)).isLessThanOrEqualTo(Duration.ofSeconds(30));
            }
            try (var inner = TimeLimit.begin(Duration.ofSeconds(2))) {
                assertThat(TimeLimit.atMost(LONG)).isLessThanOrEqualTo(Duration.ofSeconds(2));
            }
            assertThat(TimeLimit.atMost(LONG)).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(30));
        }
        assertThat(TimeLimit.atMost(LONG)).isEqualTo(LONG);
    }

    @Test
    void nothing_begins_once_the_time_is_over() {
        try (var limit = TimeLimit.begin(OVER)) {
            assertThatThrownBy(() -> TimeLimit.atMost(LONG))
                    .isInstanceOfSatisfying(
                            Network.class, e -> assertThat(e.kind()).isEqualTo(Network.Kind.TIMED_OUT));
        }
    }

    @Test
    void it_is_lifted_once_an_answer_flows() {
        var flows = new AtomicBoolean();
        try (var limit = TimeLimit.begin(OVER, flows::get)) {
            flows.set(true);

            assertThat(TimeLimit.atMost(LONG)).isEqualTo(LONG);
        }
    }
}
