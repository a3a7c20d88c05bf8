package org.restante.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.restante.testing.MailServersUnderTest.greenMail;

import java.io.IOException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.restante.account.MailServers;
import org.restante.account.SignedIn;
import org.restante.mailstore.Credential;
import org.restante.mailstore.MailStore;
import org.restante.mailstore.MailStores;
import org.restante.mailstore.MailboxRole;
import org.restante.testing.AdjustableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody who sends messages, and replicas that do something only when a test says so. */
@SpringBootTest(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:${random.uuid};DB_CLOSE_DELAY=-1",
            "management.server.port=-1",
            "restante.outbox.look-every=1h",
            "restante.limits.connect=2s",
            "restante.limits.exchange=2s"
        })
@Import(AdjustableClock.class)
abstract class JournalTests {

    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    @Autowired
    Drafts drafts;

    @Autowired
    Sending sending;

    @Autowired
    Outbox outbox;

    @Autowired
    OutboxTable table;

    @Autowired
    Delivery delivery;

    @Autowired
    MailServers servers;

    @Autowired
    MailStores mailStores;

    @Autowired
    JdbcClient database;

    @Autowired
    AdjustableClock clock;

    SignedIn person;
    MailStore store;

    @BeforeEach
    void nothing_is_left_of_others() {
        database.sql("delete from outbox").update();
    }

    /** Makes somebody new whose mail lies on one of the servers under test. */
    void somebodyAt(String domain) {
        String address = address(domain);
        greenMail().withUser(address, "secret");
        become(domain.substring(0, domain.indexOf('.')), address, "secret");
    }

    static String address(String domain) {
        return "j" + UUID.randomUUID().toString().substring(0, 8) + "@" + domain;
    }

    void become(String server, String address, String password) {
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
                        servers.accountName(address, "").orElseThrow(), password)
                .orElseThrow();
        person = new SignedIn("session", account, credential, ZONE, Map.of(), address);
        store = mailStores.of(credential);
    }

    static String recipient(String fault) {
        return fault + "-" + UUID.randomUUID().toString().substring(0, 8) + "@else.example";
    }

    Draft draftFor(String... recipients) {
        var fields = new DraftFields(
                person.address(), String.join(", ", recipients), "", "", "", "Übung", "Text of it\n".repeat(40));
        return drafts.save(person, Drafts.newId(), 0, fields, DraftContext.NONE);
    }

    String send(String... recipients) throws IOException {
        Draft draft = draftFor(recipients);
        submit(draft);
        return draft.id();
    }

    void submit(Draft draft) throws IOException {
        submit(draft, SendOptions.USUAL);
    }

    void submit(Draft draft, SendOptions options) throws IOException {
        sending.submit(person, draft, identity(), ZONE, options);
    }

    Identity identity() {
        return Identity.named(person.address(), "Somebody");
    }

    /** What one replica does now. */
    void goOn() {
        String owner = UUID.randomUUID().toString();
        table.claim(owner, 100, Duration.ofMinutes(3)).forEach(entry -> delivery.goOn(entry, owner));
    }

    void afterAWhile() {
        clock.pass(Duration.ofMinutes(70));
        goOn();
    }

    OutboxEntry entry(String id) {
        return table.find(id).orElseThrow();
    }

    int copies(String id) {
        return store.find(store.mailboxFor(MailboxRole.SENT), entry(id).messageId())
                .size();
    }

    void assertDone(String id) {
        assertThat(entry(id).state()).isEqualTo(OutboxState.DONE);
        assertThat(entry(id).sealedPassword()).isEmpty();
        assertThat(entry(id).content()).isEmpty();
        assertThat(copies(id)).isEqualTo(1);
        assertThat(drafts.find(person, id)).isEmpty();
    }

    static <T> List<T> atOnce(int times, Callable<T> work) throws Exception {
        return atOnce(Collections.nCopies(times, work));
    }

    static <T> List<T> atOnce(List<Callable<T>> work) throws Exception {
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
}
