package org.restante.submission;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.restante.testing.MailServersUnderTest;
import org.springframework.test.context.ContextConfiguration;

/** What an operator sees of the outbox. */
@ContextConfiguration(initializers = MailServersUnderTest.class)
class OutboxMetersTest extends JournalTests {

    /** Looks anew: what was asked of the database a moment ago is not asked again. */
    private double value(String name, String state) {
        var meters = new SimpleMeterRegistry();
        new OutboxMeters(database, clock, meters);
        return meters.get(name).tag("state", state).gauge().value();
    }

    @Test
    void messages_are_counted_by_state_and_the_longest_there_is_timed() throws IOException {
        somebodyAt(MailServersUnderTest.WHOLE);
        for (String state : new String[] {"waiting", "transmitting", "uncertain", "done"}) {
            assertThat(value("restante.outbox.messages", state)).isZero();
            assertThat(value("restante.outbox.age", state)).isZero();
        }
        send(recipient("lost"));
        clock.pass(Duration.ofSeconds(50));
        send(recipient("to"));
        clock.pass(Duration.ofSeconds(40));
        assertThat(value("restante.outbox.messages", "waiting")).isEqualTo(2);
        assertThat(value("restante.outbox.age", "waiting")).isEqualTo(90);

        clock.pass(Duration.ofMinutes(1));
        goOn();
        clock.pass(Duration.ofMinutes(5));

        assertThat(value("restante.outbox.messages", "waiting")).isZero();
        assertThat(value("restante.outbox.messages", "uncertain")).isEqualTo(1);
        assertThat(value("restante.outbox.age", "uncertain")).isEqualTo(300);
        assertThat(value("restante.outbox.messages", "done")).isEqualTo(1);
    }
}
