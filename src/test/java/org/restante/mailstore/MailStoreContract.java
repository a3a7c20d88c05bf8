package org.restante.mailstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.restante.mime.Address;
import org.restante.mime.Part;
import org.restante.mime.PartId;
import org.restante.testing.MailboxFiller;

/** What every mail store does, wherever the mail lies. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class MailStoreContract {

    private static final String MULTIPART = """
            From: =?UTF-8?Q?J=C3=BCrgen?= <juergen@example.org>
            To: "List, The" <list@example.org>, other@example.org
            Subject: =?UTF-8?B?8J+RiyBIZWxsbw==?= there
            Date: Tue, 3 Nov 2026 10:20:30 +0200
            Message-ID: <one@example.org>
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=outer

            --outer
            Content-Type: multipart/alternative; boundary=inner

            --inner
            Content-Type: text/plain; charset=utf-8

            plain words
            --inner
            Content-Type: text/html

            <p>rich words</p>
            --inner--
            --outer
            Content-Type: application/octet-stream; name=data.bin
            Content-Disposition: attachment; filename=data.bin
            Content-Transfer-Encoding: base64

            AAECAwQFBgcICQ==
            --outer
            Content-Type: message/rfc822

            Subject: within
            Content-Type: text/plain

            nested words
            --outer--
            """;

    private static final Flag LATER = new Flag("$Later");

    private ContractServer server;
    private MailStores stores;
    private String user;
    private MailStore store;
    private MailboxFiller other;

    /** Starts, or finds, the server; skips the tests where it cannot be had. */
    protected abstract ContractServer startServer();

    /** Returns the stores under test, for as long as the tests of this class last. */
    protected abstract MailStores createStores();

    /** Returns how a user signs in. */
    protected abstract Credential credential(ContractServer server, String user);

    @BeforeAll
    void start() {
        server = startServer();
        stores = createStores();
    }

    @AfterAll
    void stop() throws Exception {
        if (stores instanceof AutoCloseable closeable) {
            closeable.close();
        }
    }

    @BeforeEach
    void signIn() throws IOException {
        user = "u" + UUID.randomUUID().toString().substring(0, 8) + "@example.org";
        other = server.otherClient(user);
        store = stores.of(credential(server, user));
    }

    @AfterEach
    void signOut() throws IOException {
        store.close();
        other.close();
    }

    /** Returns the server under test. */
    protected ContractServer server() {
        return server;
    }

    /** Returns the login name of the user, who is another one in each test. */
    protected String user() {
        return user;
    }

    /** Returns the user's mail. */
    protected MailStore store() {
        return store;
    }

    /** Returns another client, signed in as the user, to fill and to look. */
    protected MailboxFiller other() {
        return other;
    }

    @Test
    void signs_in_with_the_right_password_only() {
        store.authenticate();
        Credential right = credential(server, user);
        MailStore wrong = stores.of(new Credential(right.server(), right.login(), "not " + right.password()));

        assertThatThrownBy(wrong::authenticate).isInstanceOf(MailFailure.Authentication.class);
        assertThatThrownBy(wrong::mailboxes).isInstanceOf(MailFailure.Authentication.class);
    }

    @Test
    void counts_what_is_there_and_what_nobody_has_seen() throws IOException {
        fill(4);
        MessageRef newest = page(new PageRequest.Numbered(1, 50)).rows().get(0).ref();
        write(mailbox -> mailbox.addFlags(List.of(newest), Set.of(Flag.SEEN)));

        Mailbox inbox = named(store.mailboxes(), MailboxName.INBOX);
        assertThat(inbox.role()).contains(MailboxRole.INBOX);
        assertThat(inbox.total()).hasValue(4);
        assertThat(inbox.unseen()).hasValue(3);
    }

    @Test
    void shows_pages_with_the_newest_first() throws IOException {
        fill(25);

        MessagePage first = page(new PageRequest.Numbered(1, 10));
        MessagePage last = page(new PageRequest.Numbered(3, 10));

        assertThat(first.total()).isEqualTo(25);
        assertThat(subjects(first))
                .hasSize(10)
                .startsWith("number 25", "number 24")
                .endsWith("number 16");
        assertThat(first.hasOlder()).isTrue();
        assertThat(subjects(last)).containsExactly("number 5", "number 4", "number 3", "number 2", "number 1");
        assertThat(last.hasOlder()).isFalse();
        assertThat(page(new PageRequest.Numbered(99, 10))).isEqualTo(last);
    }

    @Test
    void shows_an_empty_folder() throws IOException {
        MessagePage page = page(new PageRequest.Numbered(1, 50));

        assertThat(page.total()).isZero();
        assertThat(page.rows()).isEmpty();
    }

    @Test
    void shows_what_arrived_before_a_message_even_when_that_is_gone() throws IOException {
        fill(12);
        MessageRef eighth = page(new PageRequest.Numbered(1, 12)).rows().get(4).ref();

        assertThat(subjects(page(new PageRequest.Below(eighth, 3))))
                .containsExactly("number 7", "number 6", "number 5");
        other.command("SELECT INBOX");
        other.command("UID STORE " + eighth.uid() + " +FLAGS (\\Deleted)");
        other.command("EXPUNGE");

        MessagePage below = page(new PageRequest.Below(eighth, 3));
        assertThat(subjects(below)).containsExactly("number 7", "number 6", "number 5");
        assertThat(below.total()).isEqualTo(11);
        assertThat(below.offset()).isEqualTo(4);
    }

    @Test
    void notices_what_another_client_adds_and_expunges() throws IOException {
        fill(4);
        assertThat(page(new PageRequest.Numbered(1, 50)).total()).isEqualTo(4);
        other.command("SELECT INBOX");
        other.command("STORE 2 +FLAGS (\\Deleted)");
        other.command("EXPUNGE");
        assertThat(subjects(page(new PageRequest.Numbered(1, 50)))).containsExactly("number 4", "number 3", "number 1");
        other.append("INBOX", "Subject: number 5\n\nText\n");

        assertThat(subjects(page(new PageRequest.Numbered(1, 50))))
                .containsExactly("number 5", "number 4", "number 3", "number 1");
    }

    @Test
    void reads_the_envelope() throws IOException {
        MessageRef ref = append(MULTIPART).ref();
        MessageSummary message = read(mailbox -> mailbox.message(ref));

        assertThat(message.envelope().subject()).isEqualTo("\uD83D\uDC4B Hello there");
        assertThat(message.envelope().from()).containsExactly(new Address("Jürgen", "juergen@example.org"));
        assertThat(message.envelope().to())
                .containsExactly(new Address("List, The", "list@example.org"), new Address("", "other@example.org"));
        assertThat(message.envelope().date().map(OffsetDateTime::toInstant))
                .contains(Instant.parse("2026-11-03T08:20:30Z"));
        assertThat(message.envelope().messageId()).isEqualTo("<one@example.org>");
        assertThat(message.flags()).doesNotContain(Flag.SEEN);
        assertThat(message.size()).isEqualTo(wire(MULTIPART).length);
    }

    @Test
    void reads_the_structure_with_the_numbers_of_its_parts() throws IOException {
        MessageRef ref = append(MULTIPART).ref();
        Part root = read(mailbox -> mailbox.message(ref)).structure();

        assertThat(root.flattened().map(part -> part.id().map(PartId::value).orElse("-") + " " + part.type()))
                .containsExactly(
                        "- multipart/mixed",
                        "1 multipart/alternative",
                        "1.1 text/plain",
                        "1.2 text/html",
                        "2 application/octet-stream",
                        "3 message/rfc822",
                        "3.1 text/plain");
        Part data = root.find(new PartId("2")).orElseThrow();
        assertThat(data.fileName()).isEqualTo("data.bin");
        assertThat(data.disposition()).isEqualTo("attachment");
        assertThat(data.encoding()).isEqualTo("base64");
    }

    @Test
    void reads_parts_and_source_as_they_came_and_marks_nothing_seen() throws IOException {
        MessageRef ref = append(MULTIPART).ref();

        assertThat(content(ref, "1.1")).isEqualTo("plain words");
        assertThat(content(ref, "2").strip()).isEqualTo("AAECAwQFBgcICQ==");
        assertThat(bytes(mailbox -> mailbox.source(ref))).isEqualTo(wire(MULTIPART));
        assertThat(read(mailbox -> mailbox.message(ref)).flags()).doesNotContain(Flag.SEEN);
    }

    @Test
    protected void reads_a_part_of_a_message_in_a_message() throws IOException {
        assertThat(content(append(MULTIPART).ref(), "3.1").strip()).isEqualTo("nested words");
    }

    @Test
    void reads_a_large_part_in_pieces() throws IOException {
        String body = "0123456789abcdef".repeat(4).concat("\n").repeat(20_000);
        MessageRef ref =
                append("Subject: large\nContent-Type: text/plain\n\n" + body).ref();

        assertThat(content(ref, "1").equals(body.replace("\n", "\r\n").strip())).isTrue();
    }

    @Test
    void sets_and_takes_flags_and_counts_the_messages_that_were_there() throws IOException {
        fill(5);
        List<MessageRef> refs = page(new PageRequest.Numbered(1, 50)).rows().stream()
                .map(MessageSummary::ref)
                .toList();
        MessageRef absent = new MessageRef(MailboxName.INBOX, refs.get(0).uidValidity(), new Uid(4_000_000));

        Marked changed =
                write(mailbox -> mailbox.addFlags(List.of(refs.get(0), refs.get(2), absent), Set.of(Flag.SEEN, LATER)));
        assertThat(changed.there()).isEqualTo(2);
        assertThat(changed.changed()).containsExactly(refs.get(0), refs.get(2));
        assertThat(page(new PageRequest.Numbered(1, 50)).rows())
                .extracting(row -> row.is(Flag.SEEN) && row.is(LATER))
                .containsExactly(true, false, true, false, false);
        changed = write(mailbox -> mailbox.removeFlags(refs, Set.of(Flag.SEEN)));
        assertThat(changed.there()).isEqualTo(5);
        assertThat(changed.changed()).containsExactly(refs.get(0), refs.get(2));
        assertThat(page(new PageRequest.Numbered(1, 50)).rows()).noneMatch(row -> row.is(Flag.SEEN));
    }

    @Test
    void counts_what_was_marked_elsewhere_since_the_mailbox_was_opened() throws IOException {
        fill(6);
        List<MessageSummary> rows = page(new PageRequest.Numbered(1, 50)).rows();

        read(unaware -> {
            int left = rows.size();
            for (MessageSummary row : rows) {
                write(elsewhere -> elsewhere.addFlags(List.of(row.ref()), Set.of(Flag.SEEN)));
                left--;
                List<Mailbox> seen = left % 2 == 0
                        ? unaware.view(new PageRequest.Numbered(1, 50)).mailboxes()
                        : unaware.view(row.ref()).mailboxes();
                assertThat(named(seen, MailboxName.INBOX).unseen()).hasValue(left);
            }
            return null;
        });
    }

    @Test
    void says_what_is_gone() throws IOException {
        MessageRef ref = append(MULTIPART).ref();
        MessageRef absent = new MessageRef(MailboxName.INBOX, ref.uidValidity(), new Uid(4_000_000));
        MessageRef stale = new MessageRef(
                MailboxName.INBOX, new UidValidity(ref.uidValidity().value() ^ 1), ref.uid());

        assertGone(MailFailure.Gone.Kind.MESSAGE, () -> read(mailbox -> mailbox.message(absent)));
        assertGone(MailFailure.Gone.Kind.MESSAGE, () -> read(mailbox -> mailbox.view(absent)));
        assertGone(MailFailure.Gone.Kind.MESSAGE, () -> read(mailbox -> mailbox.source(absent)));
        assertGone(MailFailure.Gone.Kind.UID_VALIDITY, () -> read(mailbox -> mailbox.message(stale)));
        assertGone(MailFailure.Gone.Kind.UID_VALIDITY, () -> write(m -> m.addFlags(List.of(stale), Set.of(Flag.SEEN))));
        assertGone(
                MailFailure.Gone.Kind.MAILBOX,
                () -> store.open(MailboxName.of("No such folder"), OpenMode.READ, mailbox -> null));
    }

    protected void fill(int count) throws IOException {
        for (int i = 1; i <= count; i++) {
            other.append("INBOX", "From: a@example.org\nSubject: number " + i + "\n\nText " + i + "\n");
        }
    }

    protected MessageSummary append(String message) throws IOException {
        other.append("INBOX", message);
        return page(new PageRequest.Numbered(1, 1)).rows().get(0);
    }

    protected MessagePage page(PageRequest request) throws IOException {
        return read(mailbox -> mailbox.view(request)).page();
    }

    private String content(MessageRef ref, String part) throws IOException {
        return new String(bytes(mailbox -> mailbox.content(ref, new PartId(part))), StandardCharsets.UTF_8)
                .replaceFirst("\r\n$", "");
    }

    protected <T> T read(MailboxWork<T> work) throws IOException {
        return store.open(MailboxName.INBOX, OpenMode.READ, work);
    }

    private byte[] bytes(MailboxWork<InputStream> work) throws IOException {
        return read(mailbox -> work.with(mailbox).readAllBytes());
    }

    @Test
    void files_a_message_of_our_own_and_finds_it_by_its_message_id() throws IOException {
        MailboxName sent = store.mailboxFor(MailboxRole.SENT);
        assertThat(store.mailboxFor(MailboxRole.SENT)).isEqualTo(sent);
        assertThat(store.find(sent, "<one@example.org>")).isEmpty();

        store.append(sent, ours(Set.of(Flag.SEEN, Flag.ANSWERED)));

        assertThat(store.find(sent, "<another@example.org>")).isEmpty();
        MessageRef found = store.find(sent, "<one@example.org>").get(0);
        MessageSummary message = store.open(sent, OpenMode.READ, mailbox -> mailbox.message(found));
        assertThat(message.flags()).contains(Flag.SEEN, Flag.ANSWERED);
        assertThat(message.envelope().subject()).isEqualTo("\uD83D\uDC4B Hello there");
        assertThat(message.received()).isEqualTo(Instant.parse("2026-11-03T08:20:30Z"));
        String source = store.open(sent, OpenMode.READ, mailbox -> {
            try (InputStream in = mailbox.source(found)) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        });
        assertThat(source.strip()).isEqualTo(new String(wire(MULTIPART), StandardCharsets.UTF_8).strip());
        String part = store.open(sent, OpenMode.READ, mailbox -> {
            try (InputStream in = mailbox.content(found, new PartId("1.1"))) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        });
        assertThat(part.strip()).isEqualTo("plain words");
        assertThat(named(store.mailboxes(), sent).total()).hasValue(1);
        MailboxView view = store.open(sent, OpenMode.READ, mailbox -> mailbox.view(new PageRequest.Numbered(1, 50)));
        assertThat(view.page().rows()).extracting(MessageSummary::ref).containsExactly(found);
    }

    @Test
    void discards_what_it_is_told_to_and_nothing_else() throws IOException {
        MailboxName drafts = store.mailboxFor(MailboxRole.DRAFTS);
        store.append(drafts, ours(Set.of(Flag.DRAFT)));
        List<MessageRef> first = store.find(drafts, "<one@example.org>");
        store.append(drafts, ours(Set.of(Flag.DRAFT)));

        store.discard(first);
        store.discard(first);

        assertThat(store.find(drafts, "<one@example.org>")).hasSize(1).doesNotContainAnyElementsOf(first);
        fill(1);
        assertThat(store.open(
                                MailboxName.INBOX,
                                OpenMode.READ,
                                mailbox -> mailbox.view(new PageRequest.Numbered(1, 50)))
                        .page()
                        .total())
                .isEqualTo(1);
    }

    private static NewMessage ours(Set<Flag> flags) {
        byte[] message = wire(MULTIPART);
        return new NewMessage(
                flags,
                Instant.parse("2026-11-03T08:20:30Z"),
                message.length,
                () -> new java.io.ByteArrayInputStream(message));
    }

    protected <T> T write(MailboxWork<T> work) throws IOException {
        return store.open(MailboxName.INBOX, OpenMode.WRITE, work);
    }

    protected static List<String> subjects(MessagePage page) {
        return page.rows().stream().map(row -> row.envelope().subject()).toList();
    }

    /** Returns the mailbox of that name. */
    protected static Mailbox named(List<Mailbox> tree, MailboxName name) {
        return tree.stream()
                .filter(mailbox -> mailbox.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static byte[] wire(String text) {
        return bytes(text.replace("\n", "\r\n"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    protected static void assertGone(
            MailFailure.Gone.Kind kind, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        MailFailure.Gone.class, gone -> assertThat(gone.kind()).isEqualTo(kind));
    }
}
