package org.restante.mailstore.imap;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.restante.mailstore.ContractServer;
import org.restante.mailstore.Credential;
import org.restante.mailstore.FolderContract;
import org.restante.mailstore.MailStore;
import org.restante.mailstore.MailStores;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.OpenMode;
import org.restante.mailstore.PageRequest;
import org.restante.mailstore.pool.PoolProperties;
import org.restante.testing.TcpProxy;

/** All that a mail store does, over connections that the server compresses (Dovecot's imap_zlib). */
class CompressedImapIT extends FolderContract {

    private static final SimpleMeterRegistry METERS = new SimpleMeterRegistry();

    @Override
    protected ContractServer startServer() {
        return ContractServer.dovecot();
    }

    @Override
    protected MailStores createStores() {
        return Stores.create(Stores.POOL, Compression.ALWAYS, METERS);
    }

    @Override
    protected Credential credential(ContractServer server, String user) {
        return server.credential("imap://localhost:" + server.imapPort(), user);
    }

    @AfterAll
    void all_that_was_compressed() {
        assertThat(METERS.get("restante.mail.exchange")
                        .tag("command", "COMPRESS")
                        .timer()
                        .count())
                .isPositive();
    }

    @Test
    void a_page_takes_fewer_bytes() throws IOException {
        for (int i = 0; i < 50; i++) {
            other().append("INBOX", "From: someone@example.org\nSubject: a message\n\nText\n");
        }
        assertThat(bytes(Compression.ALWAYS)).isLessThan(bytes(Compression.NEVER) / 3);
    }

    @Test
    void a_connection_that_lay_idle_is_heard_before_it_is_used() throws IOException {
        var eager = new PoolProperties(
                1, 5, Duration.ofSeconds(5), Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofSeconds(1));
        try (var single = Stores.create(eager, Compression.ALWAYS, new SimpleMeterRegistry())) {
            MailStore store = single.of(credential(server(), user()));
            for (int i = 1; i <= 5; i++) {
                other().append("INBOX", "Subject: number " + i + "\n\nText\n");
                assertThat(total(store)).isEqualTo(i);
            }
        }
    }

    private long bytes(Compression compression) throws IOException {
        try (TcpProxy proxy = TcpProxy.to(server().imapPort());
                var single = Stores.create(Stores.POOL, compression, new SimpleMeterRegistry())) {
            MailStore store = single.of(Stores.credential(Stores.plain(proxy.port()), user()));
            store.authenticate();
            proxy.recording().clear();
            total(store);
            return proxy.recording().bytes();
        }
    }

    private static long total(MailStore store) throws IOException {
        return store.open(MailboxName.INBOX, OpenMode.READ, mailbox -> mailbox.view(new PageRequest.Numbered(1, 50)))
                .page()
                .total();
    }
}
