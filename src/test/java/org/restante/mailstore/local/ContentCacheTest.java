package org.restante.mailstore.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.restante.mailstore.MailFailure;
import org.restante.mailstore.MailStore;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.MessageRef;
import org.restante.mailstore.MessageSummary;
import org.restante.mailstore.OpenMode;
import org.restante.mailstore.PageRequest;
import org.restante.testing.Pop3Script;
import org.restante.testing.ScriptedServer;
import org.restante.testing.TcpProxy;
import org.restante.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;

class ContentCacheTest {

    private static final int MESSAGE_SIZE = 700_000;

    private final DataSource database = TestDatabase.h2();

    @Test
    void a_message_is_retrieved_once_and_the_oldest_are_forgotten_beyond_the_bound() throws IOException {
        var maildrop = new Pop3Script();
        for (int i = 1; i <= 4; i++) {
            maildrop.message("u" + i, "Subject: " + i + "\n\n" + "0123456789abcde\n".repeat(MESSAGE_SIZE / 17));
        }
        try (var server = ScriptedServer.playing(maildrop);
                var stores = LocalStores.on(
                        database,
                        LocalStores.properties(LocalStores.LOOKING_ONCE.lookEvery(), DataSize.ofMegabytes(2)))) {
            MailStore store = stores.of(LocalStores.credential(server.port(), "u@example.org"));
            List<MessageRef> refs = refs(store);
            for (MessageRef ref : List.of(refs.get(0), refs.get(0), refs.get(1), refs.get(2), refs.get(3))) {
                assertThat(size(store, ref)).isEqualTo(sizeOf(ref));
            }
            assertThat(retrieved(server)).containsExactly("RETR 4", "RETR 3", "RETR 2", "RETR 1");
            assertThat(keptOctets()).isLessThanOrEqualTo(2 << 20);
            size(store, refs.get(3));
            size(store, refs.get(0));
            assertThat(retrieved(server)).endsWith("RETR 1", "RETR 4").hasSize(5);
        }
    }

    @Test
    void a_message_that_breaks_off_in_the_middle_is_retrieved_anew_and_leaves_nothing_of_its_first_half()
            throws IOException {
        var maildrop = new Pop3Script().message("a", "Subject: a\n\n" + "text\n".repeat(200_000));
        try (var server = ScriptedServer.playing(maildrop);
                var proxy = TcpProxy.to(server.port());
                var stores = LocalStores.on(database, LocalStores.LOOKING_ONCE)) {
            MailStore store = stores.of(LocalStores.credential(proxy.port(), "u@example.org"));
            MessageRef ref = refs(store).get(0);
            proxy.cutAfter(600_000);

            assertThat(size(store, ref)).isEqualTo(1_200_014);
            assertThat(retrieved(server)).hasSize(2);
            assertThat(keptOctets()).isEqualTo(1_200_014);
        }
    }

    @Test
    void a_message_that_breaks_off_each_time_leaves_nothing() throws IOException {
        var maildrop = new Pop3Script().message("a", "Subject: a\n\n" + "text\n".repeat(200_000));
        var refusing = new AtomicBoolean();
        try (var server = ScriptedServer.playing(connection -> {
                    if (refusing.get()) {
                        connection.line("+OK").expectLine("CAPA");
                        connection.line("-ERR").expectLine("USER");
                        connection.line("+OK").expectLine("PASS");
                        connection.line("+OK").expectLine("UIDL 1");
                        connection.line("+OK 1 a").expectLine("RETR 1");
                        connection.raw("+OK\r\nSubject: a\r\n\r\n" + "text\r\n".repeat(100_000));
                    } else {
                        maildrop.play(connection);
                    }
                });
                var stores = LocalStores.on(database, LocalStores.LOOKING_ONCE)) {
            MailStore store = stores.of(LocalStores.credential(server.port(), "u@example.org"));
            MessageRef ref = refs(store).get(0);
            refusing.set(true);

            assertThatThrownBy(() -> size(store, ref)).isInstanceOf(MailFailure.Network.class);
            assertThat(keptOctets()).isZero();
        }
    }

    private static long sizeOf(MessageRef ref) {
        return ("Subject: " + ref.uid() + "\r\n\r\n").length() + MESSAGE_SIZE / 17 * 17L;
    }

    private static List<MessageRef> refs(MailStore store) throws IOException {
        return store
                .open(MailboxName.INBOX, OpenMode.READ, mailbox -> mailbox.view(new PageRequest.Numbered(1, 50)))
                .page()
                .rows()
                .stream()
                .map(MessageSummary::ref)
                .toList();
    }

    private static long size(MailStore store, MessageRef ref) throws IOException {
        return store.open(MailboxName.INBOX, OpenMode.READ, mailbox -> {
            try (InputStream in = mailbox.source(ref)) {
                return (long) in.readAllBytes().length;
            }
        });
    }

    private static List<String> retrieved(ScriptedServer server) {
        return server.received().stream()
                .filter(line -> line.startsWith("RETR"))
                .toList();
    }

    private long keptOctets() {
        return JdbcClient.create(database)
                .sql("select coalesce(sum(length(octets)), 0) from content_chunk")
                .query(Long.class)
                .single();
    }
}
