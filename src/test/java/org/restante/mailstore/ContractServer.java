package org.restante.mailstore;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.restante.testing.Dovecot;
import org.restante.testing.GreenMailServer;
import org.restante.testing.MailboxFiller;

/**
 * A real mail server behind the {@link MailStoreContract}, the same for all that run it.
 *
 * @param imapPort IMAP in clear, for the other client
 * @param separator what stands between the levels of a mailbox's name
 * @param addUser makes a user where the server needs that
 */
public record ContractServer(
        int imapPort, int pop3Port, Optional<Path> certificate, String separator, Consumer<String> addUser) {

    private static final String PASSWORD = Dovecot.PASSWORD;
    private static ContractServer greenMail;

    /** Returns the GreenMail, which ends with the JVM. */
    public static synchronized ContractServer greenMail() {
        if (greenMail == null) {
            GreenMailServer server = GreenMailServer.start();
            greenMail = new ContractServer(
                    server.imapPort(),
                    server.pop3Port(),
                    Optional.empty(),
                    ".",
                    user -> server.withUser(user, PASSWORD));
        }
        return greenMail;
    }

    /** Returns the Dovecot that tests share; skips the test where it is not installed. */
    public static ContractServer dovecot() {
        Dovecot server = Dovecot.shared();
        return new ContractServer(
                server.imapPort(), server.pop3Port(), Optional.of(server.certificate()), "/", user -> {});
    }

    /** Returns another client, signed in as a user who may be new. */
    MailboxFiller otherClient(String user) throws IOException {
        addUser.accept(user);
        return MailboxFiller.open(imapPort, user, PASSWORD);
    }

    /** Returns how a user signs in at an address such as {@code imap://127.0.0.1:1143?tls=off}. */
    public Credential credential(String incoming, String user) {
        var server = new MailServer(
                "test", Endpoint.of(URI.create(incoming)), certificate, Duration.ofSeconds(3), Duration.ofSeconds(10));
        return new Credential(server, user, PASSWORD);
    }
}
