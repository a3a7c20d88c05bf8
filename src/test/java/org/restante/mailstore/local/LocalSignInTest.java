package org.restante.mailstore.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.restante.mailstore.MailFailure;
import org.restante.mailstore.MailStore;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.MailboxView;
import org.restante.mailstore.OpenMode;
import org.restante.mailstore.PageRequest;
import org.restante.testing.Pop3Script;
import org.restante.testing.Pop3Script.Quirk;
import org.restante.testing.ScriptedServer;
import org.restante.testing.TestDatabase;

/** Signing in to a POP3 server, which is reading it too. */
class LocalSignInTest {

    private final Pop3Script maildrop = new Pop3Script();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private ScriptedServer server;
    private LocalMailStores stores;

    @BeforeEach
    void start() throws IOException {
        server = ScriptedServer.playing(maildrop);
        stores = LocalStores.on(TestDatabase.h2(), LocalStores.ALWAYS_LOOKING, meters);
    }

    @AfterEach
    void stop() throws IOException {
        stores.close();
        server.close();
    }

    @Test
    void the_session_that_proves_the_password_reads_the_first_page() throws IOException {
        maildrop.message("a", mail(1)).message("b", mail(2));
        try (var patient = LocalStores.on(TestDatabase.h2(), LocalStores.LOOKING_ONCE)) {
            MailStore store = patient.of(LocalStores.credential(server.port(), "u@example.org"));
            store.authenticate();

            assertThat(list(store).page().rows())
                    .extracting(row -> row.envelope().subject())
                    .containsExactly("2", "1");
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void a_server_that_opens_nothing_so_soon_after_signing_in_shows_what_was_read_then() throws IOException {
        maildrop.message("a", mail(1));
        MailStore store = store();
        store.authenticate();
        maildrop.with(Quirk.LOGIN_DELAY);

        MailboxView view = list(store);
        assertThat(view.page().rows()).hasSize(1);
        assertThat(view.lastRead()).isPresent();
        store.authenticate();
    }

    @Test
    void signing_in_anew_makes_another_session_of_ours_give_way() throws IOException {
        maildrop.with(Quirk.LOCKS)
                .messages(
                        "u",
                        IntStream.rangeClosed(1, 3000)
                                .mapToObj(LocalSignInTest::mail)
                                .toList());
        MailStore store = store();
        store.authenticate();
        store.authenticate();

        assertThat(list(store).page().total()).isEqualTo(3000);
        assertThat(list(store).lastRead()).isEmpty();
    }

    @Test
    void a_list_that_cannot_be_read_is_no_reason_to_refuse_a_right_password() throws IOException {
        try (var bad = ScriptedServer.playing(connection -> {
            connection.line("+OK").expectLine("CAPA");
            connection.line("-ERR").expectLine("USER");
            connection.line("+OK").expectLine("PASS");
            connection.line("+OK").expectLine("UIDL");
            connection.line("nonsense").hold();
        })) {
            stores.of(LocalStores.credential(bad.port(), "u@example.org")).authenticate();
        }
    }

    @Test
    void words_that_speak_of_a_lock_let_nobody_in() throws IOException {
        try (var locked = ScriptedServer.playing(connection -> {
            connection.line("+OK").expectLine("CAPA");
            connection.line("-ERR").expectLine("USER");
            connection.line("+OK").expectLine("PASS");
            connection.line("-ERR mailbox is locked").hold();
        })) {
            MailStore store = stores.of(LocalStores.credential(locked.port(), "u@example.org"));

            assertThatThrownBy(store::authenticate).isInstanceOf(MailFailure.Refused.class);
        }
    }

    @Test
    void an_operator_sees_how_maildrops_fare() throws IOException {
        maildrop.message("a", mail(1)).message("b", mail(2));
        list(store());
        maildrop.with(Quirk.IN_USE);
        list(store());

        Awaitility.await()
                .untilAsserted(() -> assertThat(
                                meters.get("restante.pop3.open").timer().count())
                        .isEqualTo(1));
        assertThat(meters.get("restante.pop3.headers").counter().count()).isEqualTo(2);
        assertThat(meters.get("restante.pop3.failed")
                        .tag("why", "in-use")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    private static String mail(int number) {
        return "From: a@example.org\nSubject: " + number + "\n\nText\n";
    }

    private MailStore store() {
        return stores.of(LocalStores.credential(server.port(), "u@example.org"));
    }

    private static MailboxView list(MailStore store) throws IOException {
        return store.open(MailboxName.INBOX, OpenMode.READ, mailbox -> mailbox.view(new PageRequest.Numbered(1, 50)));
    }
}
