package org.restante.mailstore.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.restante.mailstore.Credential;
import org.restante.mailstore.Endpoint.Security;
import org.restante.mailstore.MailFailure;
import org.restante.mailstore.MailFailure.Gone;
import org.restante.mailstore.MailFailure.Network;
import org.restante.mailstore.MailServer;
import org.restante.mailstore.MailStore;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.MessageRef;
import org.restante.mailstore.OpenMode;
import org.restante.mailstore.PageRequest;
import org.restante.testing.Dovecot;
import org.restante.testing.MailboxFiller;
import org.restante.testing.TcpProxy;

/** A real server, on its bad days. */
class ImapFailuresIT {

    private static final MailboxName BOX = MailboxName.of("Box");

    private final ImapMailStores stores = Stores.create();

    @AfterEach
    void close() {
        stores.close();
    }

    @Test
    void a_user_whose_name_has_every_kind_of_character_signs_in() {
        Dovecot dovecot = Dovecot.shared();
        for (Security security : Security.values()) {
            int port = security == Security.TLS ? dovecot.imapsPort() : dovecot.imapPort();
            MailServer server = Stores.server("localhost", port, security, Optional.of(dovecot.certificate()));

            assertThat(store(server, "jörg \"o'\\neill\" (x) {5} %").mailboxes())
                    .isNotEmpty();
        }
    }

    @Test
    void twenty_requests_share_what_few_connections_the_server_allows() throws Exception {
        try (Dovecot dovecot = Dovecot.startWithConnectionLimit(2)) {
            MailStore store = store(Stores.plain(dovecot.imapPort()), "many");
            List<CompletableFuture<Integer>> all = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                all.add(CompletableFuture.supplyAsync(() -> store.mailboxes().size()));
            }
            CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).get(30, TimeUnit.SECONDS);

            assertThat(all).allMatch(each -> each.join() > 0);
        }
    }

    @Test
    void a_server_that_was_restarted_is_read_from_again() throws IOException {
        try (Dovecot dovecot = Dovecot.start()) {
            MailStore store = store(Stores.plain(dovecot.imapPort()), "restarted");
            assertThat(rows(store)).isZero();
            dovecot.stop();
            assertNetwork(Network.Kind.UNREACHABLE, () -> rows(store));
            dovecot.restart();

            assertThat(rows(store)).isZero();
        }
    }

    @Test
    void a_server_that_is_stopped_in_its_tracks_is_given_up_after_the_limit() throws IOException {
        try (Dovecot dovecot = Dovecot.start()) {
            MailServer patient = Stores.plain(dovecot.imapPort());
            MailServer server = new MailServer(
                    "impatient", patient.incoming(), Optional.empty(), Duration.ofMillis(500), Duration.ofMillis(500));
            // The mailboxes are made when they are first looked at, and that is not what the limit is for.
            rows(store(patient, "frozen"));
            MailStore store = store(server, "frozen");
            rows(store);
            dovecot.freeze();
            long start = System.nanoTime();
            assertNetwork(Network.Kind.TIMED_OUT, () -> rows(store));
            assertNetwork(Network.Kind.TIMED_OUT, () -> rows(store));
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
            dovecot.thaw();

            assertThat(rows(store)).isZero();
        }
    }

    @Test
    void a_stream_that_breaks_says_so_and_is_not_begun_again() throws IOException {
        Dovecot dovecot = Dovecot.shared();
        try (TcpProxy proxy = TcpProxy.to(dovecot.imapPort());
                var other = MailboxFiller.open(dovecot.imapPort(), "broken", Dovecot.PASSWORD)) {
            other.append("INBOX", "Subject: large\n\n" + "0123456789 ".repeat(100_000));
            MailStore store = store(Stores.plain(proxy.port()), "broken");
            MessageRef ref = store.open(
                            MailboxName.INBOX, OpenMode.READ, mailbox -> mailbox.view(new PageRequest.Numbered(1, 1)))
                    .page()
                    .rows()
                    .get(0)
                    .ref();
            List<Integer> read = new ArrayList<>();

            assertNetwork(
                    Network.Kind.BROKEN,
                    () -> store.open(MailboxName.INBOX, OpenMode.READ, mailbox -> {
                        InputStream in = mailbox.source(ref);
                        read.add(in.read());
                        proxy.cutAfter(100_000);
                        return in.readAllBytes();
                    }));
            assertThat(read).hasSize(1);
            byte[] whole = store.open(
                    MailboxName.INBOX,
                    OpenMode.READ,
                    mailbox -> mailbox.source(ref).readAllBytes());
            assertThat(whole.length).isGreaterThan(1_100_000);
        }
    }

    @Test
    void a_page_that_is_cut_anywhere_is_fetched_again() throws IOException {
        Dovecot dovecot = Dovecot.shared();
        try (TcpProxy proxy = TcpProxy.to(dovecot.imapPort());
                var other = MailboxFiller.open(dovecot.imapPort(), "cut", Dovecot.PASSWORD)) {
            other.appendAll("INBOX", 20, i -> "Subject: " + i + "\n\nText\n");
            MailStore store = store(Stores.plain(proxy.port()), "cut");
            rows(store);
            for (int cut = 1; cut < 6_000; cut += 311) {
                proxy.cutAfter(cut);

                assertThat(rows(store)).isEqualTo(20);
            }
        }
    }

    @Test
    void a_folder_made_anew_under_the_same_name_shows_nothing_by_old_references() throws IOException {
        Dovecot dovecot = Dovecot.shared();
        try (var other = MailboxFiller.open(dovecot.imapPort(), "anew", Dovecot.PASSWORD)) {
            assertGoneWhereBoxIsMadeAnew(other, store(Stores.plain(dovecot.imapPort()), "anew"));
        }
    }

    /** On Maildir, because an mdbox itself loses the new message now and then while a session holds the old folder. */
    @Test
    void a_folder_made_anew_under_the_same_name_shows_its_own_messages() throws IOException {
        try (Dovecot dovecot = Dovecot.startWithMaildir();
                var other = MailboxFiller.open(dovecot.imapPort(), "anew", Dovecot.PASSWORD)) {
            MailStore store = store(Stores.plain(dovecot.imapPort()), "anew");
            assertGoneWhereBoxIsMadeAnew(other, store);

            assertThat(store.open(BOX, OpenMode.READ, mailbox -> mailbox.view(new PageRequest.Numbered(1, 5)))
                            .page()
                            .rows())
                    .extracting(row -> row.envelope().subject())
                    .containsExactly("new");
        }
    }

    private static void assertGoneWhereBoxIsMadeAnew(MailboxFiller other, MailStore store) throws IOException {
        other.create("Box").append("Box", "Subject: old\n\nText\n");
        MessageRef old = store.open(BOX, OpenMode.READ, mailbox -> mailbox.view(new PageRequest.Numbered(1, 1)))
                .page()
                .rows()
                .get(0)
                .ref();
        other.command("DELETE Box");
        other.create("Box").append("Box", "Subject: new\n\nText\n");

        Gone gone =
                catchThrowableOfType(Gone.class, () -> store.open(BOX, OpenMode.READ, mailbox -> mailbox.view(old)));
        assertThat(gone.kind()).isIn(Gone.Kind.UID_VALIDITY, Gone.Kind.MESSAGE);
    }

    @Test
    void a_folder_that_was_deleted_is_gone() throws IOException {
        Dovecot dovecot = Dovecot.shared();
        try (var other = MailboxFiller.open(dovecot.imapPort(), "deleted", Dovecot.PASSWORD)) {
            other.create("Box");
            MailStore store = store(Stores.plain(dovecot.imapPort()), "deleted");
            store.open(BOX, OpenMode.READ, mailbox -> mailbox.view(new PageRequest.Numbered(1, 1)));
            other.command("DELETE Box");

            Gone gone = catchThrowableOfType(
                    Gone.class,
                    () -> store.open(BOX, OpenMode.READ, mailbox -> mailbox.view(new PageRequest.Numbered(1, 1))));
            assertThat(gone.kind()).isEqualTo(Gone.Kind.MAILBOX);
        }
    }

    private MailStore store(MailServer server, String user) {
        return stores.of(new Credential(server, user, Dovecot.PASSWORD));
    }

    private static int rows(MailStore store) throws IOException {
        return store.open(MailboxName.INBOX, OpenMode.READ, mailbox -> mailbox.view(new PageRequest.Numbered(1, 50)))
                .page()
                .rows()
                .size();
    }

    private static void assertNetwork(Network.Kind kind, ThrowingCallable call) {
        assertThat(catchThrowableOfType(MailFailure.class, call))
                .isInstanceOfSatisfying(Network.class, e -> assertThat(e.kind()).isEqualTo(kind));
    }
}
