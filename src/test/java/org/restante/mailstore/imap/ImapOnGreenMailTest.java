package org.restante.mailstore.imap;

import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.restante.mailstore.ContractServer;
import org.restante.mailstore.Credential;
import org.restante.mailstore.FolderContract;
import org.restante.mailstore.MailStores;

/** In clear. */
class ImapOnGreenMailTest extends FolderContract {

    @Override
    protected ContractServer startServer() {
        return ContractServer.greenMail();
    }

    @Override
    protected MailStores createStores() {
        return Stores.create();
    }

    @Override
    protected Credential credential(ContractServer server, String user) {
        return server.credential("imap://127.0.0.1:" + server.imapPort() + "?tls=off", user);
    }

    @Test
    @Override
    @Disabled("GreenMail does not reach into nested messages")
    protected void reads_a_part_of_a_message_in_a_message() {}
}
