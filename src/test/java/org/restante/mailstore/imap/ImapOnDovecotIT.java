package org.restante.mailstore.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.restante.mailstore.Credential;
import org.restante.mailstore.Endpoint.Security;
import org.restante.mailstore.MailStore;
import org.restante.mailstore.MailStoreContract;
import org.restante.mailstore.MailStores;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.MessageRef;
import org.restante.mailstore.MessageSummary;
import org.restante.mailstore.OpenMode;
import org.restante.mailstore.PageRequest;
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

    @Test
    void finds_a_message_over_a_connection_that_has_not_heard_of_it() throws IOException {
        MailStore store = stores().of(credential(user));
        try (MailboxFiller other = other(user)) {
            MessageSummary found = store.open(MailboxName.INBOX, OpenMode.READ, unaware -> {
                unaware.view(new PageRequest.Numbered(1, 10));
                other.append("INBOX", "", "Subject: new\r\n\r\nx\r\n".getBytes(StandardCharsets.US_ASCII));
                MessageRef ref = store.open(
                        MailboxName.INBOX,
                        OpenMode.READ,
                        aware -> aware.view(new PageRequest.Numbered(1, 10))
                                .page()
                                .rows()
                                .get(0)
                                .ref());
                assertThat(unaware.view(ref).message().ref()).isEqualTo(ref);
                return unaware.message(ref);
            });

            assertThat(found.envelope().subject()).isEqualTo("new");
        }
    }
}
