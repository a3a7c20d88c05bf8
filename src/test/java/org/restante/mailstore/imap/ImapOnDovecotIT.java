package org.restante.mailstore.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.restante.mailstore.ContractServer;
import org.restante.mailstore.Credential;
import org.restante.mailstore.FolderContract;
import org.restante.mailstore.MailStores;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.MessageRef;
import org.restante.mailstore.MessageSummary;
import org.restante.mailstore.OpenMode;
import org.restante.mailstore.PageRequest;

/** By STARTTLS. */
class ImapOnDovecotIT extends FolderContract {

    @Override
    protected ContractServer startServer() {
        return ContractServer.dovecot();
    }

    @Override
    protected MailStores createStores() {
        return Stores.create();
    }

    @Override
    protected Credential credential(ContractServer server, String user) {
        return server.credential("imap://localhost:" + server.imapPort(), user);
    }

    @Test
    void finds_a_message_over_a_connection_that_has_not_heard_of_it() throws IOException {
        MessageSummary found = store().open(MailboxName.INBOX, OpenMode.READ, unaware -> {
            unaware.view(new PageRequest.Numbered(1, 10));
            other().append("INBOX", "Subject: new\n\nx\n");
            MessageRef ref = store().open(
                            MailboxName.INBOX, OpenMode.READ, aware -> aware.view(new PageRequest.Numbered(1, 10)))
                    .page()
                    .rows()
                    .get(0)
                    .ref();
            assertThat(unaware.view(ref).message().ref()).isEqualTo(ref);
            return unaware.message(ref);
        });

        assertThat(found.envelope().subject()).isEqualTo("new");
    }
}
