package org.restante.demo;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.net.URI;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DemoMailServerTest {

    private static DemoMailServer server;
    private static Store store;

    @BeforeAll
    static void start() throws Exception {
        server = DemoMailServer.start(ZonedDateTime.parse("2026-11-23T15:00:00Z"));
        URI url = URI.create(server.incoming());
        store = Session.getInstance(new Properties()).getStore("imap");
        store.connect(url.getHost(), url.getPort(), DemoMailServer.ADDRESS, DemoMailServer.PASSWORD);
    }

    @AfterAll
    static void stop() throws MessagingException {
        store.close();
        server.close();
    }

    @Test
    void a_person_finds_about_three_hundred_messages_in_their_folders() throws Exception {
        List<String> names = new ArrayList<>();
        int messages = 0;
        for (Folder folder : mailboxes()) {
            names.add(folder.getFullName().replace('.', '/'));
            messages += folder.getMessageCount();
        }

        assertThat(names)
                .contains("INBOX", "Sent", "Drafts", "Archive/2025", "Archive/2026", "Work/Projects", "Junk", "Trash");
        assertThat(messages).isBetween(280, 340);
    }

    @Test
    void messages_arrived_in_the_order_of_their_dates_and_none_in_the_future() throws Exception {
        for (Folder folder : mailboxes()) {
            ZonedDateTime last = null;
            for (Message message : opened(folder).getMessages()) {
                ZonedDateTime received = message.getReceivedDate().toInstant().atZone(java.time.ZoneOffset.UTC);
                assertThat(received).isBeforeOrEqualTo(ZonedDateTime.parse("2026-11-23T15:00:00Z"));
                if (last != null) {
                    assertThat(received).isAfterOrEqualTo(last);
                }
                if (message.getSentDate() != null) {
                    assertThat(message.getSentDate()).isEqualTo(message.getReceivedDate());
                }
                last = received;
            }
        }
    }

    @Test
    void answers_refer_to_messages_that_are_there() throws Exception {
        Set<String> ids = new HashSet<>();
        Set<String> answered = new HashSet<>();
        for (Folder folder : mailboxes()) {
            for (Message message : opened(folder).getMessages()) {
                assertThat(ids.add(message.getHeader("Message-ID")[0]))
                        .as(message.getSubject())
                        .isTrue();
                String[] reference = message.getHeader("In-Reply-To");
                if (reference != null) {
                    answered.add(reference[0]);
                }
            }
        }

        assertThat(answered).hasSizeGreaterThan(30);
        assertThat(ids).containsAll(answered);
    }

    @Test
    void some_messages_are_unread_flagged_answered_forwarded_or_marked_deleted() throws Exception {
        Message[] messages = opened(store.getFolder("INBOX")).getMessages();

        assertThat(messages).anyMatch(message -> !has(message, new Flags(Flags.Flag.SEEN)));
        assertThat(messages).anyMatch(message -> has(message, new Flags(Flags.Flag.FLAGGED)));
        assertThat(messages).anyMatch(message -> has(message, new Flags(Flags.Flag.ANSWERED)));
        assertThat(messages).anyMatch(message -> has(message, new Flags("$Forwarded")));
        assertThat(messages).anyMatch(message -> has(message, new Flags(Flags.Flag.DELETED)));
    }

    private static boolean has(Message message, Flags flags) {
        try {
            return message.getFlags().contains(flags);
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Folder> mailboxes() throws MessagingException {
        return List.of(store.getDefaultFolder().list("*")).stream()
                .filter(DemoMailServerTest::holdsMessages)
                .toList();
    }

    private static boolean holdsMessages(Folder folder) {
        try {
            return (folder.getType() & Folder.HOLDS_MESSAGES) != 0;
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static Folder opened(Folder folder) throws MessagingException {
        if (!folder.isOpen()) {
            folder.open(Folder.READ_ONLY);
        }
        return folder;
    }
}
