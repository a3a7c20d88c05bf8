package org.restante.mailstore.imap;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.restante.mailstore.Credential;
import org.restante.mailstore.Endpoint.Security;
import org.restante.mailstore.MailStoreContract;
import org.restante.mailstore.MailStores;
import org.restante.testing.Dovecot;
import org.restante.testing.MailboxFiller;

class ImapOnDovecotIT extends MailStoreContract {

    private static Dovecot server;
    private static ImapMailStores stores;

    @BeforeAll
    static void start() {
        server = Dovecot.shared();
        stores = Stores.create();
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
        return Stores.credential(
                Stores.server("localhost", server.imapsPort(), Security.TLS, Optional.of(server.certificate())), user);
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
