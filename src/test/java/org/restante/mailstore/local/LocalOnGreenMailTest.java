package org.restante.mailstore.local;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.restante.mailstore.Credential;
import org.restante.mailstore.MailStores;
import org.restante.testing.GreenMailServer;
import org.restante.testing.MailboxFiller;
import org.restante.testing.TestDatabase;

class LocalOnGreenMailTest extends LocalContract {

    private static GreenMailServer server;
    private static LocalMailStores stores;

    @BeforeAll
    static void start() {
        server = GreenMailServer.start();
        stores = LocalStores.on(TestDatabase.h2());
    }

    @AfterAll
    static void stop() {
        stores.close();
        server.close();
    }

    @Override
    protected MailStores stores() {
        return stores;
    }

    @Override
    protected Credential credential(String user) {
        server.withUser(user, "secret");
        return LocalStores.credential(server.pop3Port(), user);
    }

    @Override
    protected String separator() {
        return ".";
    }

    @Override
    protected MailboxFiller other(String user) throws IOException {
        return MailboxFiller.open(server.imapPort(), user, "secret");
    }
}
