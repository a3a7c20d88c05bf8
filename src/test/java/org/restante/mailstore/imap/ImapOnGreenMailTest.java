package org.restante.mailstore.imap;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.restante.mailstore.Credential;
import org.restante.mailstore.MailStoreContract;
import org.restante.mailstore.MailStores;
import org.restante.testing.GreenMailServer;
import org.restante.testing.MailboxFiller;

class ImapOnGreenMailTest extends MailStoreContract {

    private static GreenMailServer server;
    private static ImapMailStores stores;

    @BeforeAll
    static void start() {
        server = GreenMailServer.start();
        stores = Stores.create();
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
        return Stores.credential(Stores.plain(server.imapPort()), user);
    }

    @Override
    protected String separator() {
        return ".";
    }

    @Override
    protected MailboxFiller other(String user) throws IOException {
        return MailboxFiller.open(server.imapPort(), user, "secret");
    }

    @Test
    @Override
    @Disabled("GreenMail does not reach into nested messages")
    protected void reads_a_part_of_a_message_in_a_message() {}
}
