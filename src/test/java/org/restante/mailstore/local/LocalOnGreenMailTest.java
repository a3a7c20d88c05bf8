package org.restante.mailstore.local;

import org.restante.mailstore.ContractServer;
import org.restante.mailstore.Credential;
import org.restante.mailstore.MailStores;
import org.restante.mailstore.OrderContract;
import org.restante.testing.TestDatabase;

/** In clear, on H2. */
class LocalOnGreenMailTest extends OrderContract {

    @Override
    protected ContractServer startServer() {
        return ContractServer.greenMail();
    }

    @Override
    protected MailStores createStores() {
        return LocalStores.on(TestDatabase.h2());
    }

    @Override
    protected Credential credential(ContractServer server, String user) {
        return server.credential("pop3://127.0.0.1:" + server.pop3Port() + "?tls=off", user);
    }
}
