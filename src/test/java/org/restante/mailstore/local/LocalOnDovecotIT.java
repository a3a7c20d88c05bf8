package org.restante.mailstore.local;

import org.restante.mailstore.ContractServer;
import org.restante.mailstore.Credential;
import org.restante.mailstore.MailStores;
import org.restante.mailstore.OrderContract;
import org.restante.testing.TestDatabase;

/** By STLS, on PostgreSQL. */
class LocalOnDovecotIT extends OrderContract {

    @Override
    protected ContractServer startServer() {
        return ContractServer.dovecot();
    }

    @Override
    protected MailStores createStores() {
        return LocalStores.on(TestDatabase.postgres());
    }

    @Override
    protected Credential credential(ContractServer server, String user) {
        return server.credential("pop3://localhost:" + server.pop3Port(), user);
    }
}
