package org.restante.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.restante.testing.MailServersUnderTest.greenMail;
import static org.restante.testing.MailServersUnderTest.proxy;
import static org.restante.testing.MailServersUnderTest.smtp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.restante.account.MailServers;
import org.restante.account.SignedIn;
import org.restante.mailstore.Credential;
import org.restante.mailstore.MailStore;
import org.restante.mailstore.MailStores;
import org.restante.mailstore.MailboxRole;
import org.restante.submission.OutboxRecipient.State;
import org.restante.testing.AdjustableClock;
import org.restante.testing.MailServersUnderTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/** Whatever happens on the way, a message is sent once, or said not to be, or said to be uncertain. */
@SpringBootTest(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:${random.uuid};DB_CLOSE_DELAY=-1",
            "management.server.port=-1",
            "restante.outbox.look-every=1h",
            "restante.limits.connect=2s",
            "restante.limits.exchange=2s"
        })
@ContextConfiguration(initializers = MailServersUnderTest.class)
@Import(AdjustableClock.class)
class JournalTest {

    @Autowired
    private Drafts drafts;

    @Autowired
    private Sending sending;

    @Autowired
    private Outbox outbox;

    @Autowired
    private OutboxTable table;

    @Autowired
    private Delivery delivery;

    @Autowired
    private MailServers servers;

    @Autowired
    private MailStores mailStores;

    @Autowired
    private JdbcClient database;

    @Autowired
    private AdjustableClock clock;

    private SignedIn person;
    private MailStore store;

    @BeforeEach
    void nothing_is_left_of_others() {
        database.sql("delete from outbox").update();
    }

    @AfterEach
    void heal() {
        proxy().heal();
        proxy().deafAfter(Long.MAX_VALUE);
    }

    private void somebodyAt(String domain) {
        String address = "j" + UUID.randomUUID().toString().substring(0, 8) + "@" + domain;
        greenMail().withUser(address, "secret");
        String server = domain.substring(0, domain.indexOf('.'));
        database.sql("insert into account (server, login, created_at, preferences) values (:server, :login,"
                        + " current_timestamp, '')")
                .param("server", server)
                .param("login", address)
                .update();
        long account = database.sql("select id from account where login = :login")
                .param("login", address)
                .query(Long.class)
                .single();
        Credential credential = servers.credential(
                        servers.accountName(address, "").orElseThrow(), "secret")
                .orElseThrow();
        person = new SignedIn("session", account, credential, ZoneId.of("Europe/Berlin"), Map.of(), address);
        store = mailStores.of(credential);
    }

    private static String recipient(String fault) {
        return fault + "-" + UUID.randomUUID().toString().substring(0, 8) + "@else.example";
    }

    private Draft draftFor(String... recipients) {
        var fields = new DraftFields(
                person.address(), String.join(", ", recipients), "", "", "", "Übung", "Text of it\n".repeat(40));
        return drafts.save(person, Drafts.newId(), 0, fields, DraftContext.NONE);
    }

    private String send(String... recipients) throws IOException {
        Draft draft = draftFor(recipients);
        submit(draft);
        return draft.id();
    }

    private void submit(Draft draft) throws IOException {
        submit(draft, SendOptions.USUAL);
    }

    private void submit(Draft draft, SendOptions options) throws IOException {
        sending.submit(
                person, draft, Identity.named(person.address(), "Somebody"), ZoneId.of("Europe/Berlin"), options);
    }

    /** What one replica does now. */
    private void goOn() {
        String owner = UUID.randomUUID().toString();
        table.claim(owner, 100, Duration.ofMinutes(3)).forEach(entry -> delivery.goOn(entry, owner));
    }

    private void afterAWhile() {
        clock.pass(Duration.ofMinutes(70));
        goOn();
    }

    private OutboxEntry entry(String id) {
        return table.find(id).orElseThrow();
    }

    private int copies(String id) {
        return store.find(store.mailboxFor(MailboxRole.SENT), entry(id).messageId())
                .size();
    }

    private void assertDone(String id) {
        assertThat(entry(id).state()).isEqualTo(OutboxState.DONE);
        assertThat(entry(id).sealedPassword()).isEmpty();
        assertThat(entry(id).content()).isEmpty();
        assertThat(copies(id)).isEqualTo(1);
        assertThat(drafts.find(person, id)).isEmpty();
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
        assertThat(ZonedDateTime.parse(
                                smtp().takenFor(to).get(0).field("Date"),
                                java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant())
                .isEqualTo(later.truncatedTo(java.time.temporal.ChronoUnit.SECONDS));
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
        sending.submit(
                stale,
                draft,
                Identity.named(person.address(), "Somebody"),
                ZoneId.of("Europe/Berlin"),
                SendOptions.USUAL);

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

    private static <T> List<T> atOnce(int times, Callable<T> work) throws Exception {
        return atOnce(java.util.Collections.nCopies(times, work));
    }

    private static <T> List<T> atOnce(List<Callable<T>> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> each : threads.invokeAll(work)) {
                results.add(each.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
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
