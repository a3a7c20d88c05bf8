package org.restante.mailstore.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.restante.mailstore.Credential;
import org.restante.mailstore.Flag;
import org.restante.mailstore.MailFailure.Refused;
import org.restante.mailstore.MailStore;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.MaildropPolicy;
import org.restante.mailstore.MaildropPolicy.Kind;
import org.restante.mailstore.MessageRef;
import org.restante.mailstore.MessageSet;
import org.restante.mailstore.Moved;
import org.restante.mailstore.NewMessage;
import org.restante.mailstore.OpenMode;
import org.restante.testing.Pop3Script;
import org.restante.testing.Pop3Script.Quirk;
import org.restante.testing.ScriptedServer;
import org.restante.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;

/** What is removed from a maildrop, and when. */
class RemovalTest {

    private static final MailboxName ARCHIVE = MailboxName.of("Archive");

    private final DataSource database = TestDatabase.h2();
    private final Pop3Script maildrop = new Pop3Script();
    private ScriptedServer server;
    private LocalMailStores stores;
    private Credential credential;
    private Visits visits;

    @BeforeEach
    void start() throws IOException {
        server = ScriptedServer.playing(maildrop);
        credential = LocalStores.removing(LocalStores.credential(server.port(), "u@example.org"));
        use(LocalStores.on(database));
        maildrop.message("a", mail("one")).message("b", mail("two")).message("c", mail("three"));
    }

    private void use(LocalMailStores used) {
        stores = used;
        visits = new Visits(database, stores.of(credential));
    }

    @AfterEach
    void stop() throws IOException {
        stores.close();
        server.close();
    }

    @Test
    void nothing_is_removed_unless_the_person_says_so() throws IOException {
        visits.visit();
        purge(refs(MailboxName.INBOX).get(0));
        visits.visit();

        assertThat(maildrop.names()).containsExactly("a", "b", "c");
        assertThat(server.received()).noneMatch(line -> line.startsWith("DELE"));
    }

    @Test
    void what_was_stored_is_removed_and_stays_readable_and_is_never_stored_again() throws IOException {
        choose(Kind.REMOVE, 0);
        visits.visit();
        visits.visit();

        assertThat(maildrop.names()).isEmpty();
        assertThat(subjects(MailboxName.INBOX)).containsExactly("three", "two", "one");
        assertThat(visits.sources()).containsExactlyInAnyOrder(stored("one"), stored("two"), stored("three"));
        maildrop.message("b", mail("two"));
        visits.visit();
        visits.visit();
        assertThat(subjects(MailboxName.INBOX)).containsExactly("three", "two", "one");
        assertThat(maildrop.names()).isEmpty();
    }

    @Test
    void a_name_that_the_server_gives_to_another_message_costs_nobody_that_message() throws IOException {
        choose(Kind.REMOVE, 0);
        visits.visit();
        visits.visit();
        maildrop.message("b", mail("another two"));
        visits.visit();
        visits.visit();

        assertThat(maildrop.names()).containsExactly("b");
        assertThat(subjects(MailboxName.INBOX)).containsExactly("three", "two", "one");
    }

    @Test
    void messages_of_doubtful_names_stay_where_they_are() throws IOException {
        maildrop.message("b", mail("another two"));
        choose(Kind.REMOVE, 0);
        visits.visit();
        visits.visit();

        assertThat(maildrop.names()).containsExactly("b", "b");
        assertThat(subjects(MailboxName.INBOX)).containsExactly("another two", "three", "two", "one");
        maildrop.with(Quirk.NO_UIDL);
        credential = LocalStores.removing(LocalStores.credential(server.port(), "unnamed@example.org"));
        use(stores);
        choose(Kind.REMOVE, 0);
        visits.visit();
        visits.visit();
        assertThat(maildrop.names()).containsExactly("b", "b");
    }

    @Test
    void a_server_that_removes_nothing_is_left_as_it_is() throws IOException {
        maildrop.with(Quirk.NO_DELE);
        choose(Kind.REMOVE, 0);
        visits.visit();
        visits.visit();

        assertThat(maildrop.names()).containsExactly("a", "b", "c");
        assertThat(subjects(MailboxName.INBOX)).containsExactly("three", "two", "one");
    }

    @Test
    void after_so_many_days_it_is_removed_and_before_it_is_not() throws IOException {
        choose(Kind.DAYS, 7);
        visits.visit();
        assertThat(maildrop.names()).containsExactly("a", "b", "c");
        JdbcClient.create(database)
                .sql("update local_message set known_at = known_at - interval '8' day where uidl = 'b'")
                .update();
        visits.visit();

        assertThat(maildrop.names()).containsExactly("a", "c");
        visits.visit();
        assertThat(subjects(MailboxName.INBOX)).containsExactly("three", "two", "one");
    }

    @Test
    void what_is_purged_is_removed_there_and_until_then_can_be_taken_back() throws IOException {
        use(LocalStores.on(database, LocalStores.undoing(Duration.ofHours(1))));
        choose(Kind.UNTIL_DELETED, 0);
        visits.visit();
        Moved waiting = purge(refs(MailboxName.INBOX).get(1));
        visits.visit();
        assertThat(subjects(MailboxName.INBOX)).containsExactly("three", "one");
        assertThat(stores.of(credential).mailboxes()).hasSize(6);
        assertThat(maildrop.names()).containsExactly("a", "b", "c");

        stores.of(credential)
                .open(BoxTable.WAITING, OpenMode.WRITE, mailbox -> mailbox.move(waiting.traced(), MailboxName.INBOX));
        assertThat(subjects(MailboxName.INBOX)).containsExactly("two", "three", "one");
        use(LocalStores.on(database));
        visits.visit();
        assertThat(maildrop.names()).containsExactly("a", "b", "c");
        purge(refs(MailboxName.INBOX).get(0));
        visits.visit();
        assertThat(maildrop.names()).containsExactly("a", "c");
        visits.visit();
        assertThat(subjects(MailboxName.INBOX)).containsExactly("three", "one");
    }

    @Test
    void what_will_be_removed_there_is_counted_before() throws IOException {
        choose(Kind.REMOVE, 0);
        visits.visit();
        visits.visit();
        maildrop.message("d", mail("four")).with(Quirk.NO_DELE);
        visits.visit();
        MailStore store = stores.of(credential);
        MessageSet all = store.open(MailboxName.INBOX, OpenMode.READ, mailbox -> mailbox.all());

        assertThat(all.size()).isEqualTo(4);
        int there = store.open(MailboxName.INBOX, OpenMode.READ, mailbox -> mailbox.onServer(all));
        assertThat(there).isEqualTo(1);
    }

    @Test
    void a_folder_takes_its_messages_out_of_the_maildrop_with_it() throws IOException {
        choose(Kind.UNTIL_DELETED, 0);
        MailboxName work = MailboxName.of("Work");
        visits.visit();
        MailStore store = stores.of(credential);
        store.create(work);
        MessageRef two = refs(MailboxName.INBOX).get(1);
        store.open(MailboxName.INBOX, OpenMode.WRITE, mailbox -> mailbox.move(List.of(two), work));
        store.delete(work);
        visits.visit();

        assertThat(maildrop.names()).containsExactly("a", "c");
    }

    @Test
    void what_has_no_room_here_stays_there_and_what_is_written_here_is_refused() throws IOException {
        use(LocalStores.on(database, LocalStores.withRoomFor(DataSize.ofBytes(120))));
        choose(Kind.REMOVE, 0);
        visits.visit();
        visits.visit();

        assertThat(maildrop.names()).hasSize(1);
        assertThat(subjects(MailboxName.INBOX)).hasSize(3);
        assertThat(stores.of(credential).quota())
                .hasValueSatisfying(quota -> assertThat(quota.used()).isBetween(90L, quota.limit()));
        byte[] text = "x".repeat(200).getBytes();
        var message =
                new NewMessage(Set.of(), Instant.now(), text.length, () -> new java.io.ByteArrayInputStream(text));
        assertThatThrownBy(() -> stores.of(credential).append(ARCHIVE, message))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.kind()).isEqualTo(Refused.Kind.OVER_QUOTA));
    }

    @Test
    void what_the_operator_does_not_allow_does_not_hold() throws IOException {
        choose(Kind.REMOVE, 0);
        credential = LocalStores.credential(server.port(), "u@example.org");
        use(stores);
        visits.visit();

        assertThat(maildrop.names()).containsExactly("a", "b", "c");
        assertThatThrownBy(() -> choose(Kind.REMOVE, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private void choose(Kind kind, int days) {
        stores.choose(credential, new MaildropPolicy(kind, days));
    }

    private Moved purge(MessageRef ref) throws IOException {
        return stores.of(credential).open(ref.mailbox(), OpenMode.WRITE, mailbox -> {
            mailbox.addFlags(List.of(ref), Set.of(Flag.DELETED));
            return mailbox.purgeSoon(List.of(ref)).orElseGet(() -> {
                mailbox.purge(List.of(ref));
                return Moved.NONE;
            });
        });
    }

    private List<MessageRef> refs(MailboxName mailbox) throws IOException {
        return visits.rows(mailbox).stream().map(row -> row.ref()).toList();
    }

    private List<String> subjects(MailboxName mailbox) throws IOException {
        return visits.rows(mailbox).stream()
                .map(row -> row.envelope().subject())
                .toList();
    }

    private static String mail(String subject) {
        return "From: a@example.org\nSubject: " + subject + "\n\nText of " + subject + "\n";
    }

    private static String stored(String subject) {
        return mail(subject).replace("\n", "\r\n");
    }
}
