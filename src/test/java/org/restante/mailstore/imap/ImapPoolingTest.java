package org.restante.mailstore.imap;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.restante.mailstore.MailStore;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.OpenMode;
import org.restante.mailstore.PageRequest;
import org.restante.testing.ScriptedConnection;
import org.restante.testing.ScriptedServer;

/** What the server sees of how its connections are kept. */
class ImapPoolingTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void the_connection_that_proved_the_password_has_the_inbox_open_and_is_the_one_that_is_used() throws IOException {
        try (var server = serving(1);
                var stores = Stores.create(Stores.POOL, meters)) {
            MailStore store = store(stores, server);
            store.authenticate();
            assertThat(commands(server)).containsExactly("AUTHENTICATE", "SELECT");
            page(store);

            assertThat(commands(server)).containsExactly("AUTHENTICATE", "SELECT", "FETCH", "LIST", "NOOP", "STATUS");
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void the_server_is_told_when_a_connection_is_left() throws IOException {
        try (var server = serving(1)) {
            try (var stores = Stores.create(Stores.POOL, meters)) {
                store(stores, server).authenticate();
            }
            Awaitility.await().untilAsserted(() -> assertThat(commands(server)).endsWith("LOGOUT"));
        }
    }

    @Test
    void sorting_a_large_mailbox_wears_a_connection_out_and_a_small_one_does_not() throws IOException {
        for (int messages : List.of(100, 100_000)) {
            try (var server = serving(messages)) {
                var credential = Stores.credential(Stores.plain(server.port()), "someone");
                var connection = ImapConnector.connect(
                        credential, Duration.ofMinutes(1), Compression.AUTO, new ExchangeMeter(meters));
                connection.select(MailboxName.INBOX);
                connection.demand(Command.of("UID SORT (ARRIVAL) UTF-8 ALL"), untagged -> {});

                assertThat(connection.isWorn()).isEqualTo(messages > 100);
                connection.close();
            }
        }
    }

    @Test
    void exchanges_are_timed_by_server_and_commands() throws IOException {
        try (var server = serving(1);
                var stores = Stores.create(Stores.POOL, meters)) {
            MailStore store = store(stores, server);
            page(store);
            page(store);
        }

        for (String commands : List.of("FETCH+LIST+NOOP", "STATUS", "FETCH+LIST+STATUS+NOOP")) {
            assertThat(meters.get("restante.mail.exchange")
                            .tag("server", "test")
                            .tag("command", commands)
                            .timer()
                            .count())
                    .isEqualTo(1);
        }
    }

    private static MailStore store(ImapMailStores stores, ScriptedServer server) {
        return stores.of(Stores.credential(Stores.plain(server.port()), "someone"));
    }

    private static void page(MailStore store) throws IOException {
        store.open(MailboxName.INBOX, OpenMode.READ, mailbox -> mailbox.view(new PageRequest.Numbered(1, 5)));
    }

    private static List<String> commands(ScriptedServer server) {
        return server.received().stream().map(line -> line.split(" ")[1]).toList();
    }

    private static ScriptedServer serving(int messages) throws IOException {
        return ScriptedServer.playing(script -> {
            script.imapSignIn("");
            for (String command = script.read(); command != null; command = script.read()) {
                answer(script, command, messages);
            }
        });
    }

    private static void answer(ScriptedConnection script, String command, int messages) throws IOException {
        if (command.startsWith("SELECT")) {
            script.line("* " + messages + " EXISTS").line("* OK [UIDVALIDITY 1] fine");
        } else if (command.startsWith("LIST")) {
            script.line("* LIST () \"/\" INBOX");
        }
        script.ok();
    }
}
