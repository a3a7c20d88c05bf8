package org.restante.demo;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.net.URI;
import java.time.ZonedDateTime;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class DemoMailServerTest {

    @Test
    void the_account_is_open_to_its_password_and_its_newest_message_comes_last() throws Exception {
        ZonedDateTime now = ZonedDateTime.parse("2026-11-23T15:00:00Z");
        try (DemoMailServer server = DemoMailServer.start(now);
                Store store = Session.getInstance(new Properties()).getStore("imap")) {
            URI url = URI.create(server.incoming());
            store.connect(url.getHost(), url.getPort(), DemoMailServer.ADDRESS, DemoMailServer.PASSWORD);
            Folder inbox = store.getFolder("INBOX");
            inbox.open(Folder.READ_ONLY);
            Message[] messages = inbox.getMessages();
            FetchProfile envelopes = new FetchProfile();
            envelopes.add(FetchProfile.Item.ENVELOPE);
            inbox.fetch(messages, envelopes);

            Message newest = messages[messages.length - 1];
            assertThat(newest.getReceivedDate().toInstant())
                    .isEqualTo(now.minusMinutes(35).toInstant());
            assertThat(newest.getSubject()).isEqualTo("Detail 14 with the drain moved");
        }
    }
}
