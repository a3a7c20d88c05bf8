package org.restante.mailstore.imap;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.restante.mailstore.Credential;
import org.restante.mailstore.Endpoint;
import org.restante.mailstore.Endpoint.Protocol;
import org.restante.mailstore.Endpoint.Security;
import org.restante.mailstore.MailServer;
import org.restante.mailstore.pool.PoolProperties;
import org.springframework.util.unit.DataSize;

/** Mail stores and servers as the tests need them. */
final class Stores {

    static final PoolProperties POOL = new PoolProperties(
            4, 50, Duration.ofSeconds(5), Duration.ofMinutes(1), Duration.ofSeconds(30), Duration.ofSeconds(30));

    private Stores() {}

    static ImapMailStores create() {
        return create(POOL);
    }

    static ImapMailStores create(PoolProperties properties) {
        return create(properties, new SimpleMeterRegistry());
    }

    static ImapMailStores create(PoolProperties properties, MeterRegistry meters) {
        return create(properties, Compression.AUTO, meters);
    }

    static ImapMailStores create(PoolProperties properties, Compression compression, MeterRegistry meters) {
        return new ImapMailStores(
                properties, new EnvelopeProperties(DataSize.ofMegabytes(8)), new ImapProperties(compression), meters);
    }

    /** Returns a server in clear on loopback. */
    static MailServer plain(int port) {
        return server("127.0.0.1", port, Security.NONE, Optional.empty());
    }

    static MailServer server(String host, int port, Security security, Optional<Path> certificate) {
        return new MailServer(
                "test",
                new Endpoint(Protocol.IMAP, host, port, security),
                certificate,
                Duration.ofSeconds(3),
                Duration.ofSeconds(5));
    }

    static Credential credential(MailServer server, String login) {
        return new Credential(server, login, "secret");
    }
}
