package org.restante.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.restante.testing.MailServersUnderTest.proxy;
import static org.restante.testing.MailServersUnderTest.smtp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.restante.account.SignedIn;
import org.restante.mailstore.Credential;
import org.restante.submission.OutboxRecipient.State;
import org.restante.testing.MailServersUnderTest;
import org.springframework.test.context.ContextConfiguration;

/** Whatever happens on the way, a message is sent once, or said not to be, or said to be uncertain. */
@ContextConfiguration(initializers = MailServersUnderTest.class)
class JournalTest extends JournalTests {

    @AfterEach
    void heal() {
        proxy().heal();
        proxy().deafAfter(Long.MAX_VALUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {MailServersUnderTest.WHOLE, MailServersUnderTest.POP3})
    void a_message_is_sent_filed_and_its_draft_removed(String domain) throws IOException {
        somebodyAt(domain);
        String to = recipient("to");
        String id = send(to);
        goOn();
        assertThat(smtp().takenFor(to)).as("while it can be taken back").isEmpty();

        afterAWhile();

        assertThat(smtp().takenFor(to)).hasSize(1);
        assertThat(smtp().takenFor(to).get(0).field("Message-ID"))
                .isEqualTo(entry(id).messageId());
        assertDone(id);
    }

    @Test
    void a_password_that_is_no_longer_accepted_is_said_and_not_tried_again() throws IOException {
        somebodyAt(MailServersUnderTest.WHOLE);
        String to = recipient("to");
        Draft draft = draftFor(to);
        var stale = new SignedIn(
                "session",
                person.account(),
                new Credential(person.credential().server(), person.credential().login(), "revoked"),
                person.zone(),
                Map.of(),
                person.address());
        sending.submit(stale, draft, identity(), ZONE, SendOptions.USUAL);

        afterAWhile();
        int asked = smtp().signIns();
        afterAWhile();
        afterAWhile();

        assertThat(entry(draft.id()).state()).isEqualTo(OutboxState.REFUSED);
        assertThat(entry(draft.id()).problem()).isEqualTo(Reason.PASSWORD);
        assertThat(drafts.find(person, draft.id())).isPresent();
        assertThat(smtp().takenFor(to)).isEmpty();
        assertThat(smtp().signIns()).as("no storm").isEqualTo(asked);
    }

    @Test
    void however_often_and_wherever_it_is_sent_there_is_one_message() throws Exception {
        somebodyAt(MailServersUnderTest.WHOLE);
        String to = recipient("to");
        Draft draft = draftFor(to);

        atOnce(6, () -> {
            submit(draft);
            return null;
        });
        clock.pass(Duration.ofMinutes(1));
        List<List<OutboxEntry>> claimed =
                atOnce(6, () -> table.claim(UUID.randomUUID().toString(), 10, Duration.ofMinutes(3)));

        assertThat(claimed.stream().mapToInt(List::size).sum()).isEqualTo(1);
        clock.pass(Duration.ofMinutes(4));
        atOnce(4, () -> {
            goOn();
            return null;
        });
        assertThat(smtp().takenFor(to)).hasSize(1);
        assertDone(draft.id());
    }

    @Test
    void a_lost_answer_leaves_it_uncertain_and_nothing_is_sent_again_by_itself() throws IOException {
        somebodyAt(MailServersUnderTest.WHOLE);
        String to = recipient("lost");
        String id = send(to);

        afterAWhile();
        afterAWhile();

        assertThat(entry(id).state()).isEqualTo(OutboxState.UNCERTAIN);
        assertThat(entry(id).sealedPassword()).isEmpty();
        assertThat(smtp().takenFor(to)).hasSize(1);
        assertThat(drafts.find(person, id)).isPresent();

        assertThat(outbox.confirm(person, id)).isTrue();
        goOn();
        assertThat(smtp().takenFor(to)).hasSize(1);
        assertDone(id);
    }

    @Test
    void what_is_uncertain_is_sent_again_as_a_new_message_when_the_person_says_so() throws IOException {
        somebodyAt(MailServersUnderTest.WHOLE);
        String id = send(recipient("lost"));
        drafts.find(person, id);
        afterAWhile();

        String again = outbox.writeAgain(person, id).orElseThrow();

        assertThat(outbox.writeAgain(person, id)).isEmpty();
        assertThat(again).isNotEqualTo(id);
        assertThat(drafts.find(person, again).orElseThrow().messageId())
                .isNotEqualTo(entry(id).messageId());
        assertThat(drafts.find(person, id)).isEmpty();
        assertThat(entry(id).state()).isEqualTo(OutboxState.DONE);
    }

    @Test
    void a_server_that_hangs_up_before_the_end_gets_it_again_later() throws IOException {
        somebodyAt(MailServersUnderTest.WHOLE);
        String to = recipient("cut");
        String id = send(to);

        afterAWhile();

        assertThat(entry(id).state()).isEqualTo(OutboxState.WAITING);
        assertThat(entry(id).problem()).isEqualTo(Reason.UNREACHABLE);
        assertThat(entry(id).nextAt())
                .hasValueSatisfying(next -> assertThat(next).isAfter(clock.instant()));
        assertThat(smtp().takenFor(to)).isEmpty();
        clock.pass(Duration.ofDays(3));
        goOn();
        assertThat(entry(id).state()).isEqualTo(OutboxState.REFUSED);
        assertThat(drafts.find(person, id)).isPresent();
    }

    @Test
    void who_is_refused_is_named_and_the_others_get_it() throws IOException {
        somebodyAt(MailServersUnderTest.WHOLE);
        String good = recipient("to");
        String unknown = recipient("unknown");
        String full = recipient("full");
        String id = send(good, unknown, full);

        afterAWhile();

        assertThat(smtp().takenFor(good)).hasSize(1);
        assertThat(entry(id).state()).isEqualTo(OutboxState.DONE);
        assertThat(entry(id).refused())
                .extracting(OutboxRecipient::address, OutboxRecipient::reason)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(unknown, Reason.NO_SUCH_RECIPIENT),
                        org.assertj.core.groups.Tuple.tuple(full, Reason.MAILBOX_FULL));
        assertThat(copies(id)).isEqualTo(1);
        assertThat(drafts.find(person, id)).as("kept").isPresent();
        String again = outbox.writeAgain(person, id).orElseThrow();
        assertThat(drafts.find(person, again).orElseThrow().fields().to()).isEqualTo(unknown + ", " + full);
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "spam"})
    void what_the_server_refuses_for_good_stays_a_draft(String fault) throws IOException {
        somebodyAt(MailServersUnderTest.WHOLE);
        String to = recipient(fault);
        String id = send(to);

        afterAWhile();

        assertThat(entry(id).state()).isEqualTo(OutboxState.REFUSED);
        assertThat(entry(id).problem()).isEqualTo(fault.equals("spam") ? Reason.NOT_ALLOWED : Reason.NO_SUCH_RECIPIENT);
        assertThat(entry(id).sealedPassword()).isEmpty();
        assertThat(smtp().takenFor(to)).isEmpty();
        String again = outbox.takeBack(person, id).orElseThrow();
        assertThat(drafts.find(person, again)).isPresent();
    }

    @Test
    void who_is_refused_for_now_gets_it_later_and_the_others_only_once() throws IOException {
        somebodyAt(MailServersUnderTest.WHOLE);
        String good = recipient("to");
        String later = recipient("later");
        String id = send(good, later);

        afterAWhile();
        afterAWhile();

        assertThat(entry(id).state()).isEqualTo(OutboxState.WAITING);
        assertThat(entry(id).addresses(State.SENT)).containsExactly(good);
        assertThat(entry(id).pending()).containsExactly(later);
        assertThat(outbox.takeBack(person, id)).as("somebody has it").isEmpty();
        clock.pass(Duration.ofDays(3));
        goOn();
        goOn();
        assertThat(smtp().takenFor(good)).hasSize(1);
        assertThat(entry(id).state()).isEqualTo(OutboxState.DONE);
        assertThat(entry(id).refused()).extracting(OutboxRecipient::address).containsExactly(later);
    }

    @ParameterizedTest
    @EnumSource(
            value = OutboxState.class,
            names = {"CLAIMED", "TRANSMITTING", "SENT", "FILED"})
    void a_process_that_is_killed_is_gone_on_with_from_what_it_wrote_down(OutboxState killed) throws IOException {
        somebodyAt(MailServersUnderTest.WHOLE);
        String to = recipient("to");
        String id = send(to);
        clock.pass(Duration.ofMinutes(1));
        table.claim("the one that is killed", 10, Duration.ofMinutes(3));
        database.sql("update outbox set state = :state where id = :id")
                .param("state", killed.name())
                .param("id", id)
                .update();
        goOn();
        assertThat(entry(id).state()).as("while the lease lasts").isEqualTo(killed);

        clock.pass(Duration.ofMinutes(4));
        goOn();

        boolean again = killed == OutboxState.CLAIMED;
        assertThat(smtp().takenFor(to)).hasSize(again ? 1 : 0);
        assertThat(entry(id).state())
                .isEqualTo(killed == OutboxState.TRANSMITTING ? OutboxState.UNCERTAIN : OutboxState.DONE);
        assertThat(copies(id)).isEqualTo(again || killed == OutboxState.SENT ? 1 : 0);
    }

    @Test
    void whoever_lost_the_lease_changes_nothing_any_more() throws IOException {
        somebodyAt(MailServersUnderTest.WHOLE);
        String id = send(recipient("to"));
        clock.pass(Duration.ofMinutes(1));
        table.claim("slow", 10, Duration.ofMinutes(3));
        clock.pass(Duration.ofMinutes(4));
        table.claim("quick", 10, Duration.ofMinutes(3));

        assertThat(table.move(id, "slow", OutboxState.CLAIMED, OutboxState.TRANSMITTING, Duration.ofMinutes(3)))
                .isFalse();
        assertThat(table.release(id, "slow", OutboxState.REFUSED, Reason.OTHER, null, 1))
                .isFalse();
        assertThat(table.move(id, "quick", OutboxState.CLAIMED, OutboxState.TRANSMITTING, Duration.ofMinutes(3)))
                .isTrue();
    }

    @Test
    void what_is_handed_back_another_replica_begins_anew_and_nobody_ends_twice() throws IOException {
        somebodyAt(MailServersUnderTest.WHOLE);
        String id = send(recipient("to"));
        clock.pass(Duration.ofMinutes(1));
        table.claim("leaving", 10, Duration.ofMinutes(3));
        table.handBack("leaving");

        assertThat(table.move(id, "leaving", OutboxState.CLAIMED, OutboxState.TRANSMITTING, Duration.ofMinutes(3)))
                .isFalse();
        goOn();
        assertThat(entry(id).state()).isEqualTo(OutboxState.DONE);
    }

    @Test
    void what_is_being_handed_over_is_not_handed_back() throws IOException {
        somebodyAt(MailServersUnderTest.WHOLE);
        String id = send(recipient("to"));
        clock.pass(Duration.ofMinutes(1));
        table.claim("leaving", 10, Duration.ofMinutes(3));
        table.move(id, "leaving", OutboxState.CLAIMED, OutboxState.TRANSMITTING, Duration.ofMinutes(3));

        table.handBack("leaving");

        assertThat(entry(id).state()).isEqualTo(OutboxState.TRANSMITTING);
    }

    @Test
    void a_copy_that_is_cut_at_any_octet_is_filed_once() throws IOException {
        somebodyAt(MailServersUnderTest.PROXIED);
        for (long octet = 0; octet < 1400; octet += 90) {
            String id = sentButNotFiled();
            proxy().deafAfter(octet);
            clock.pass(Duration.ofMinutes(1));
            goOn();
            proxy().deafAfter(Long.MAX_VALUE);

            afterAWhile();

            assertThat(entry(id).state()).as("cut after %d", octet).isEqualTo(OutboxState.DONE);
            assertThat(copies(id)).as("cut after %d", octet).isEqualTo(1);
        }
    }

    @Test
    void a_copy_whose_acknowledgement_is_lost_is_filed_once() throws IOException {
        somebodyAt(MailServersUnderTest.PROXIED);
        for (long octet = 1; octet < 900; octet += 60) {
            String id = sentButNotFiled();
            proxy().resetAfter(octet);
            clock.pass(Duration.ofMinutes(1));
            goOn();
            proxy().heal();

            afterAWhile();

            assertThat(entry(id).state()).as("cut after %d", octet).isEqualTo(OutboxState.DONE);
            assertThat(copies(id)).as("cut after %d", octet).isEqualTo(1);
        }
    }

    private String sentButNotFiled() throws IOException {
        String id = send(recipient("to"));
        database.sql("update outbox set state = 'SENT' where id = :id")
                .param("id", id)
                .update();
        return id;
    }

    @Test
    void where_the_copy_cannot_be_filed_that_is_said_and_it_can_be_done_later() throws IOException {
        somebodyAt(MailServersUnderTest.DOWN);
        String to = recipient("to");
        String id = send(to);

        for (int i = 0; i < 8; i++) {
            afterAWhile();
        }

        assertThat(smtp().takenFor(to)).hasSize(1);
        assertThat(entry(id).state()).isEqualTo(OutboxState.SENT);
        assertThat(entry(id).problem()).isEqualTo(Reason.COPY);
        assertThat(entry(id).nextAt()).isEmpty();
        assertThat(entry(id).sealedPassword()).isEmpty();
        assertThat(outbox.file(person, id)).isTrue();
        assertThat(entry(id).nextAt()).isPresent();
    }

    @Test
    void a_message_says_what_was_typed_and_not_who_got_a_blind_copy() throws IOException {
        somebodyAt(MailServersUnderTest.WHOLE);
        String to = recipient("to");
        String blind = recipient("blind");
        var fields = new DraftFields(
                person.address(),
                "\"Ünal, Zoë\" <" + to + ">",
                "",
                blind,
                "",
                "Grüße 👋 " + "sehr lang ".repeat(20) + "Ende",
                "Zeile – eins\n.\n");
        Draft draft = drafts.save(person, Drafts.newId(), 0, fields, DraftContext.NONE);
        byte[] file = "näher\n".repeat(1000).getBytes(StandardCharsets.UTF_8);
        drafts.attach(draft, "1", "Übersicht für März.txt", "text/plain", new ByteArrayInputStream(file));
        submit(drafts.find(person, draft.id()).orElseThrow());

        afterAWhile();

        SmtpMessage sent = SmtpMessage.of(smtp().takenFor(to).get(0));
        assertThat(smtp().takenFor(blind)).hasSize(1);
        assertThat(sent.raw()).doesNotContain(blind).doesNotContain("127.0.0.1");
        assertThat(sent.raw().lines()).allMatch(line -> line.length() <= 998);
        assertThat(sent.subject()).isEqualTo(fields.subject());
        assertThat(sent.from()).isEqualTo("Somebody <" + person.address() + ">");
        assertThat(sent.to()).contains("Ünal, Zoë").contains(to);
        assertThat(sent.text()).isEqualTo("Zeile – eins\n.\n");
        assertThat(sent.fileName()).isEqualTo("Übersicht für März.txt");
        assertThat(sent.file()).isEqualTo(file);
        assertDone(draft.id());
        assertThat(Instant.from(java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME.parse(sent.date())))
                .isBefore(clock.instant());
        assertThat(sent.date()).endsWith("+0100");
    }
}
