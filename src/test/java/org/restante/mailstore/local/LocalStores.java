package org.restante.mailstore.local;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.restante.content.Contents;
import org.restante.mailstore.Credential;
import org.restante.mailstore.Endpoint;
import org.restante.mailstore.Endpoint.Protocol;
import org.restante.mailstore.Endpoint.Security;
import org.restante.mailstore.MailServer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.util.unit.DataSize;

/** Stores and servers as the tests need them. */
final class LocalStores {

    /** Each look goes to the server. */
    static final LocalProperties ALWAYS_LOOKING = properties(Duration.ZERO, DataSize.ofMegabytes(16));

    /** Only the first look goes to the server. */
    static final LocalProperties LOOKING_ONCE = properties(Duration.ofHours(1), DataSize.ofMegabytes(16));

    private LocalStores() {}

    static LocalProperties properties(Duration lookEvery, DataSize cached) {
        return new LocalProperties(
                lookEvery,
                Duration.ofSeconds(5),
                Duration.ofSeconds(30),
                cached,
                Duration.ZERO,
                DataSize.ofMegabytes(64));
    }

    static LocalProperties undoing(Duration undo) {
        return new LocalProperties(
                Duration.ZERO,
                Duration.ofSeconds(5),
                Duration.ofSeconds(30),
                DataSize.ofMegabytes(16),
                undo,
                DataSize.ofMegabytes(64));
    }

    static LocalProperties withRoomFor(DataSize quota) {
        return new LocalProperties(
                Duration.ZERO,
                Duration.ofSeconds(5),
                Duration.ofSeconds(30),
                DataSize.ofMegabytes(16),
                Duration.ZERO,
                quota);
    }

    /** Returns the same at a server whose operator lets mail be removed. */
    static Credential removing(Credential credential) {
        return new Credential(credential.server().removing(true), credential.login(), credential.password());
    }

    static LocalMailStores on(DataSource database) {
        return on(database, ALWAYS_LOOKING);
    }

    static LocalMailStores on(DataSource database, LocalProperties properties) {
        return on(database, properties, new SimpleMeterRegistry());
    }

    static LocalMailStores on(DataSource database, LocalProperties properties, MeterRegistry meters) {
        return new LocalMailStores(
                properties,
                new JdbcTemplate(database),
                new JdbcTransactionManager(database),
                new Contents(JdbcClient.create(database)),
                meters);
    }

    /** Returns how a user signs in to a server in clear on loopback. */
    static Credential credential(int port, String user) {
        return credential("127.0.0.1", port, Security.NONE, Optional.empty(), user);
    }

    static Credential credential(String host, int port, Security security, Optional<Path> certificate, String user) {
        var endpoint = new Endpoint(Protocol.POP3, host, port, security);
        var server = new MailServer("test", endpoint, certificate, Duration.ofSeconds(3), Duration.ofSeconds(10));
        return new Credential(server, user, "secret");
    }
}
