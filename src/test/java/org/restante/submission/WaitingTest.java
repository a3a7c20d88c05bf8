package org.restante.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.restante.testing.MailServersUnderTest.smtp;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.restante.testing.MailServersUnderTest;
import org.springframework.test.context.ContextConfiguration;

/** What waits can be taken back, sent later or sooner, and does not go long after its time without asking. */
@ContextConfiguration(initializers = MailServersUnderTest.class)
class WaitingTest extends JournalTests {

    @Test
    void until_its_time_comes_a_message_can_be_taken_back() throws IOException {
        somebodyAt(MailServersUnderTest.WHOLE);
        String to = recipient("to");
        String id = send(to);

        Draft sent = drafts.find(person, id).orElseThrow();
        Draft again =
                drafts.find(person, outbox.takeBack(person, id).orElseThrow()).orElseThrow();
        assertThat(outbox.takeBack(person, id)).isEmpty();
        submit(sent);
        afterAWhile();

        assertThat(smtp().takenFor(to)).as("a form that was sent twice").isEmpty();
        assertThat(entry(id).state()).isEqualTo(OutboxState.CANCELLED);
        assertThat(entry(id).sealedPassword()).isEmpty();
        assertThat(drafts.find(person, id)).isEmpty();
        assertThat(again.fields()).isEqualTo(sent.fields());
        assertThat(again.messageId()).isEqualTo(sent.messageId());
        submit(again);
        afterAWhile();
        assertThat(smtp().takenFor(to)).hasSize(1);
        assertThat(outbox.takeBack(person, id)).isEmpty();
    }

    @Test
    void of_taking_back_and_sending_at_the_same_moment_one_happens() throws Exception {
        somebodyAt(MailServersUnderTest.WHOLE);
        for (int i = 0; i < 10; i++) {
            String to = recipient("to");
            String id = send(to);
            clock.pass(Duration.ofMinutes(1));
            List<Callable<Boolean>> both =
                    List.of(() -> outbox.takeBack(person, id).isPresent(), () -> {
                        goOn();
                        return false;
                    });
            boolean takenBack = atOnce(both).get(0);
            afterAWhile();
            assertThat(smtp().takenFor(to)).hasSize(takenBack ? 0 : 1);
            assertThat(entry(id).state()).isEqualTo(takenBack ? OutboxState.CANCELLED : OutboxState.DONE);
        }
    }

    @Test
    void a_message_for_later_waits_for_its_time_and_can_be_hastened() throws IOException {
        somebodyAt(MailServersUnderTest.POP3);
        String to = recipient("to");
        Draft draft = draftFor(to);
        Instant later = clock.instant().plus(Duration.ofDays(5));
        submit(draft, new SendOptions(Optional.of(later), Optional.empty(), false));
        afterAWhile();
        clock.pass(Duration.ofDays(4));
        goOn();
        assertThat(smtp().takenFor(to)).isEmpty();
        assertThat(entry(draft.id()).choices().scheduled()).isTrue();

        clock.pass(Duration.ofDays(1));
        goOn();

        assertThat(smtp().takenFor(to)).hasSize(1);
        assertThat(ZonedDateTime.parse(smtp().takenFor(to).get(0).field("Date"), DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant())
                .isEqualTo(later.truncatedTo(ChronoUnit.SECONDS));
        assertDone(draft.id());
        String other = recipient("to");
        Draft hastened = draftFor(other);
        submit(
                hastened,
                new SendOptions(Optional.of(clock.instant().plus(Duration.ofDays(5))), Optional.empty(), false));
        assertThat(outbox.sendNow(person, hastened.id())).isTrue();
        goOn();
        assertThat(smtp().takenFor(other)).hasSize(1);
        assertThat(outbox.sendNow(person, hastened.id())).isFalse();
    }

    @Test
    void what_is_found_days_after_its_time_asks_before_it_goes() throws IOException {
        somebodyAt(MailServersUnderTest.WHOLE);
        String to = recipient("to");
        Draft draft = draftFor(to);
        submit(draft, new SendOptions(Optional.of(clock.instant().plus(Duration.ofHours(1))), Optional.empty(), false));

        clock.pass(Duration.ofDays(3));
        goOn();
        afterAWhile();

        assertThat(smtp().takenFor(to)).isEmpty();
        assertThat(entry(draft.id()).isLate()).isTrue();
        assertThat(entry(draft.id()).sealedPassword()).isEmpty();
        assertThat(outbox.sendNow(person, draft.id())).isTrue();
        goOn();
        assertThat(smtp().takenFor(to)).hasSize(1);
        assertDone(draft.id());
    }
}
