package org.restante.mailstore.local;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.restante.mailstore.Credential;
import org.restante.mailstore.Endpoint.Security;
import org.restante.mailstore.MailStores;
import org.restante.testing.Dovecot;
import org.restante.testing.MailboxFiller;
import org.restante.testing.TestDatabase;

/** Over STLS, on PostgreSQL. */
class LocalOnDovecotIT extends LocalContract {

    private static Dovecot server;
    private static LocalMailStores stores;

    @BeforeAll
    static void start() {
        server = Dovecot.shared();
        stores = LocalStores.on(TestDatabase.postgres());
    }

    @AfterAll
    static void stop() {
        if (stores != null) {
            stores.close();
        }
    }

    @Override
    protected MailStores stores() {
        return stores;
    }

    @Override
    protected Credential credential(String user) {
        return LocalStores.credential(
                "localhost", server.pop3Port(), Security.STARTTLS, Optional.of(server.certificate()), user);
    }

    @Override
    protected String separator() {
        return "/";
    }

    @Override
    protected MailboxFiller other(String user) throws IOException {
        return MailboxFiller.open(server.imapPort(), user, "secret");
    }
}
