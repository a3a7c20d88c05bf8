package org.restante.mailstore.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.restante.mailstore.Flag;
import org.restante.mailstore.MailStore;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.MessageRef;
import org.restante.mailstore.MessageSummary;
import org.restante.mailstore.OpenMode;
import org.restante.mailstore.PageRequest;
import org.restante.testing.Pop3Script;
import org.restante.testing.ScriptedServer;
import org.restante.testing.TestDatabase;

/** Order that is kept in the database, while the maildrop stays as it is. */
class LocalOrderTest {

    private static final MailboxName ARCHIVE = MailboxName.of("Archive");

    private final Pop3Script maildrop = new Pop3Script();
    private ScriptedServer server;
    private LocalMailStores stores;
    private MailStore store;

    @BeforeEach
    void start() throws IOException {
        server = ScriptedServer.playing(maildrop);
        stores = LocalStores.on(TestDatabase.h2());
        store = stores.of(LocalStores.credential(server.port(), "u@example.org"));
        maildrop.message("a", mail("one")).message("b", mail("two")).message("c", mail("three"));
    }

    @AfterEach
    void stop() throws IOException {
        stores.close();
        server.close();
    }

    @Test
    void what_was_moved_stays_where_it_was_moved_and_can_be_read_there() throws IOException {
        MessageRef two = refs(MailboxName.INBOX).get(1);
        MessageRef moved = store.open(MailboxName.INBOX, OpenMode.WRITE, mailbox -> mailbox.move(List.of(two), ARCHIVE))
                .traced()
                .get(0);
        maildrop.message("d", mail("four"));

        assertThat(subjects(MailboxName.INBOX)).containsExactly("four", "three", "one");
        assertThat(subjects(ARCHIVE)).containsExactly("two");
        assertThat(source(moved)).contains("Text of two");
        assertThat(source(refs(MailboxName.INBOX).get(0))).contains("Text of four");
        assertThat(server.received()).noneMatch(line -> line.startsWith("DELE"));
    }

    @Test
    void what_was_purged_does_not_come_back_with_the_next_look() throws IOException {
        MessageRef two = refs(MailboxName.INBOX).get(1);
        store.open(MailboxName.INBOX, OpenMode.WRITE, mailbox -> {
            mailbox.addFlags(List.of(two), Set.of(Flag.DELETED));
            return mailbox.purge(List.of(two));
        });

        assertThat(subjects(MailboxName.INBOX)).containsExactly("three", "one");
        maildrop.message("d", mail("four"));
        assertThat(subjects(MailboxName.INBOX)).containsExactly("four", "three", "one");
        maildrop.remove("b");
        maildrop.message("b", mail("two again"));
        assertThat(subjects(MailboxName.INBOX)).hasSizeLessThanOrEqualTo(4).endsWith("three", "one");
    }

    @Test
    void a_copy_outlives_its_original() throws IOException {
        MessageRef two = refs(MailboxName.INBOX).get(1);
        MessageRef copy = store.open(MailboxName.INBOX, OpenMode.WRITE, mailbox -> mailbox.copy(List.of(two), ARCHIVE))
                .traced()
                .get(0);
        maildrop.remove("b");

        assertThat(subjects(MailboxName.INBOX)).containsExactly("three", "one");
        assertThat(subjects(ARCHIVE)).containsExactly("two");
        assertThat(source(copy)).contains("Text of two");
    }

    @Test
    void the_usual_folders_are_there_from_the_start() {
        assertThat(store.mailboxes())
                .extracting(mailbox -> mailbox.name().leaf())
                .containsExactly("INBOX", "Drafts", "Sent", "Archive", "Junk", "Trash");
        assertThat(store.mailboxes()).allMatch(mailbox -> mailbox.role().isPresent());
    }

    private static String mail(String subject) {
        return "From: a@example.org\nSubject: " + subject + "\n\nText of " + subject + "\n";
    }

    private List<MessageSummary> rows(MailboxName mailbox) throws IOException {
        return store.open(mailbox, OpenMode.READ, opened -> opened.view(new PageRequest.Numbered(1, 50)))
                .page()
                .rows();
    }

    private List<MessageRef> refs(MailboxName mailbox) throws IOException {
        return rows(mailbox).stream().map(MessageSummary::ref).toList();
    }

    private List<String> subjects(MailboxName mailbox) throws IOException {
        return rows(mailbox).stream().map(row -> row.envelope().subject()).toList();
    }

    private String source(MessageRef ref) throws IOException {
        return store.open(
                ref.mailbox(),
                OpenMode.READ,
                opened -> new String(opened.source(ref).readAllBytes()));
    }
}
