package org.restante.mailstore.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.restante.mailstore.Credential;
import org.restante.mailstore.Flag;
import org.restante.mailstore.MailFailure;
import org.restante.mailstore.MailFailure.Gone;
import org.restante.mailstore.MailFailure.Refused;
import org.restante.mailstore.MailStore;
import org.restante.mailstore.Mailbox;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.MailboxRole;
import org.restante.mailstore.MailboxWork;
import org.restante.mailstore.MessageRef;
import org.restante.mailstore.MessageSummary;
import org.restante.mailstore.OpenMode;
import org.restante.mailstore.PageRequest;
import org.restante.mailstore.Uid;
import org.restante.mailstore.UidValidity;
import org.restante.mime.PartId;
import org.restante.testing.ScriptedConnection;
import org.restante.testing.ScriptedServer;

/**
 * What real servers say other than the RFCs do, each as a conversation over a real socket. Restante never says ENABLE, NAMESPACE, ID,
 * IDLE, COPY, MOVE, SORT or THREAD so far: of these only what a server says without being asked is tested here.
 */
class QuirksTest {

    private static final String ENVELOPE =
            "(\"Mon, 2 Nov 2026 10:00:00 +0000\" \"Words\" ((\"Ann\" NIL \"ann\" \"example.org\")) NIL NIL NIL NIL NIL NIL \"<1@x>\")";
    private static final String TEXT = "(\"text\" \"plain\" NIL NIL NIL \"7bit\" 5 1)";

    private final ImapMailStores stores = Stores.create();

    @AfterEach
    void close() {
        stores.close();
    }

    @Test
    void copyuid_without_ok_or_with_empty_sets_is_passed_over() throws IOException {
        assertThat(row(
                        "* [COPYUID 701 1 2] moved",
                        "* OK [COPYUID 701  ] moved",
                        fetch("UID 7", "BODYSTRUCTURE " + TEXT)))
                .satisfies(row -> assertThat(row.envelope().subject()).isEqualTo("Words"));
    }

    @Test
    void an_invalid_response_code_at_sign_in_does_not_hide_that_the_password_is_wrong() throws IOException {
        try (var server = ScriptedServer.playing(script -> {
            script.line("* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR] hello").expect("AUTHENTICATE");
            script.line("%t NO [Error=\"AccountDisabled\" AuthResultFromPopImapEnd=0 Proxy=X] AUTHENTICATE failed.");
            script.hold();
        })) {
            assertThat(failure(() -> store(server).authenticate())).isInstanceOf(MailFailure.Authentication.class);
        }
    }

    @Test
    void bad_after_sign_in_is_a_server_that_is_not_there_for_now() throws IOException {
        try (var server = ScriptedServer.playing(script -> {
            script.imapSignIn("");
            while (script.read() != null) {
                script.line("%t BAD User is authenticated but not connected.");
            }
        })) {
            MailStore store = store(server);
            store.authenticate();

            assertThat(failure(store::mailboxes))
                    .isInstanceOfSatisfying(
                            Refused.class, e -> assertThat(e.kind()).isEqualTo(Refused.Kind.UNAVAILABLE));
            assertThat(failure(store::mailboxes)).isInstanceOf(Refused.class);
        }
    }

    @Test
    void folder_names_come_without_quotes_and_with_delimiters_at_their_end() throws IOException {
        try (var server = listing(
                "",
                "* LIST (\\HasNoChildren) \"/\" Sent Items",
                "* LIST () \"/\" Public Folders/Road & Rail",
                "* LIST () \"/\" \"Archive/\"",
                "* LIST () \"/\" {9}\r\nA\u0001B\tC/D/E")) {
            assertThat(store(server).mailboxes())
                    .extracting(each -> String.join(">", each.name().path()))
                    .contains("Sent Items", "Public Folders>Road & Rail", "Archive", "A\u0001B\tC>D>E");
        }
    }

    @Test
    void dispositions_are_bare_words_or_lists_of_nothing() throws IOException {
        assertThat(row(fetch(
                                "UID 7",
                                "BODYSTRUCTURE (" + TEXT.replace("5 1)", "5 1 NIL (NIL NIL) NIL)")
                                        + "(\"image\" \"png\" (\"name\" \"a.png\") NIL NIL \"base64\" 9 NIL \"attachment\" NIL)"
                                        + " \"mixed\" (\"boundary\" \"b\") NIL NIL \"a stray description\")"))
                        .structure()
                        .children())
                .extracting(part -> part.type() + part.disposition())
                .containsExactly("text/plain", "image/pngattachment");
    }

    @Test
    void names_with_a_domain_or_a_mailbox_sign_in_by_login() throws IOException {
        for (String name : List.of("DOMAIN\\ann", "ann/shared")) {
            try (var server = ScriptedServer.playing(script -> {
                script.line("* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR] hello")
                        .expect("LOGIN \"" + name.replace("\\", "\\\\") + "\" \"secret\"");
                script.line("%t OK [CAPABILITY IMAP4rev1] welcome").refuse();
            })) {
                stores.of(new Credential(Stores.plain(server.port()), name, "secret"))
                        .authenticate();
            }
        }
    }

    @Test
    void such_a_name_still_signs_in_where_login_is_disabled() throws IOException {
        try (var server = ScriptedServer.playing(script -> {
            script.line("* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR LOGINDISABLED] hello")
                    .expect("AUTHENTICATE PLAIN");
            script.line("%t OK [CAPABILITY IMAP4rev1] welcome").refuse();
        })) {
            stores.of(new Credential(Stores.plain(server.port()), "DOMAIN\\ann", "secret"))
                    .authenticate();
        }
    }

    @Test
    void neither_namespace_nor_enable_nor_id_is_ever_said() throws IOException {
        try (var server = ScriptedServer.playing(script -> {
            script.imapSignIn("NAMESPACE ENABLE CONDSTORE QRESYNC ID IDLE SORT THREAD=REFS");
            answer(script, fetch("UID 7", "BODYSTRUCTURE " + TEXT));
        })) {
            page(server);

            assertThat(server.received()).noneMatch(line -> line.matches("(?i)\\S+ (NAMESPACE|ENABLE|ID|IDLE)\\b.*"));
        }
    }

    @Test
    void what_a_server_can_do_changes_with_sign_in() throws IOException {
        try (var server = ScriptedServer.playing(script -> {
            script.line("* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR] hello").expect("AUTHENTICATE PLAIN");
            script.line("* CAPABILITY IMAP4rev1 LIST-STATUS SPECIAL-USE").ok();
            script.expect("LIST \"\" \"*\" RETURN (SPECIAL-USE STATUS");
            script.line("* LIST () \"/\" INBOX")
                    .line("* STATUS INBOX (MESSAGES 3 UNSEEN 1)")
                    .ok()
                    .hold();
        })) {
            assertThat(store(server).mailboxes()).extracting(Mailbox::total).hasSize(1);
        }
    }

    @Test
    void command_lines_keep_within_a_thousand_octets() throws IOException {
        try (var server = ScriptedServer.playing(script -> {
            script.imapSignIn("");
            answer(script);
        })) {
            List<MessageRef> scattered = IntStream.range(0, 1_000)
                    .mapToObj(i -> ref(4_000_000_000L + 3L * i))
                    .toList();
            store(server)
                    .open(MailboxName.INBOX, OpenMode.WRITE, mailbox -> mailbox.addFlags(scattered, Set.of(Flag.SEEN)));

            assertThat(server.received())
                    .allMatch(line -> line.length() < 1_000)
                    .anyMatch(line -> line.contains("UID STORE"));
        }
    }

    @Test
    void bye_may_be_said_over_and_over() throws IOException {
        try (var server = ScriptedServer.playing(script -> {
            script.imapSignIn("");
            if (script.number() > 1) {
                answer(script, fetch("UID 7", "BODYSTRUCTURE " + TEXT));
                return;
            }
            script.read();
            for (int i = 0; i < 1_000; i++) {
                script.line("* BYE shutting down");
            }
            script.hold();
        })) {
            assertThat(page(server)).hasSize(1);
        }
    }

    @Test
    void a_fetch_answer_without_the_body_that_was_asked_for_is_a_part_that_is_not_there() throws IOException {
        try (var server = ScriptedServer.playing(script -> {
            script.imapSignIn("");
            answer(script, "* 1 FETCH (UID 7)");
        })) {
            assertThat(failure(() -> content(server)))
                    .isInstanceOfSatisfying(
                            Gone.class, e -> assertThat(e.kind()).isEqualTo(Gone.Kind.PART));
        }
    }

    @Test
    void numbers_are_negative_or_in_powers_of_ten_and_messages_are_numbered_0() throws IOException {
        MessageSummary row = row(
                "* OK [HIGHESTMODSEQ -1] none",
                "* 0 FETCH (UID 9 " + ENVELOPE + ")",
                fetch("UID 7 MODSEQ (-1)", "BODYSTRUCTURE " + TEXT).replace("RFC822.SIZE 5", "RFC822.SIZE 9.3736e+06"));

        assertThat(row.size()).isEqualTo(9_373_600);
        assertThat(row.ref().uid().value()).isEqualTo(7);
    }

    @Test
    void an_envelope_comes_in_an_extra_pair_of_parentheses() throws IOException {
        assertThat(row(fetch("UID 7", "BODYSTRUCTURE " + TEXT).replace(ENVELOPE, "(" + ENVELOPE + ")"))
                        .envelope()
                        .subject())
                .isEqualTo("Words");
    }

    @Test
    void list_with_return_is_refused_though_it_was_announced() throws IOException {
        try (var server = ScriptedServer.playing(script -> {
            script.imapSignIn("LIST-STATUS SPECIAL-USE").expect("LIST \"\" \"*\" RETURN");
            script.line("%t BAD syntax").expect("LIST \"\" \"*\"");
            script.line("* LIST () \"/\" INBOX").ok().expect("STATUS");
            script.line("* STATUS INBOX (MESSAGES 7 UNSEEN 1)").ok().expect("LIST \"\" \"*\"");
            script.line("* LIST () \"/\" INBOX").ok().expect("STATUS");
            script.line("* STATUS INBOX (MESSAGES 7 UNSEEN 1)").ok().hold();
        })) {
            MailStore store = store(server);

            assertThat(store.mailboxes()).hasSize(1);
            assertThat(store.mailboxes()).hasSize(1);
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void an_extended_list_returns_nothing() throws IOException {
        try (var server = ScriptedServer.playing(script -> {
            script.imapSignIn("LIST-STATUS LIST-EXTENDED").expect("LIST \"\" \"*\" RETURN");
            script.ok().expect("LIST \"\" \"*\"");
            script.line("* LIST () \"/\" INBOX").ok().expect("STATUS");
            script.line("* STATUS INBOX (MESSAGES 7 UNSEEN 1)").ok().hold();
        })) {
            assertThat(store(server).mailboxes()).hasSize(1);
        }
    }

    @Test
    void bye_when_the_selected_folder_is_deleted_is_a_folder_that_is_gone() throws IOException {
        try (var server = ScriptedServer.playing(script -> {
            script.imapSignIn("").expect("SELECT");
            if (script.number() == 1) {
                selected(script).expect("FETCH");
                script.line("* BYE selected mailbox was deleted").hold();
            }
            script.line("%t NO no such mailbox").expect("LIST");
            script.line("* LIST () \"/\" INBOX").ok().hold();
        })) {
            assertThat(failure(() -> store(server)
                            .open(
                                    MailboxName.of("Box"),
                                    OpenMode.READ,
                                    mailbox -> mailbox.view(new PageRequest.Numbered(1, 50)))))
                    .isInstanceOfSatisfying(
                            Gone.class, e -> assertThat(e.kind()).isEqualTo(Gone.Kind.MAILBOX));
        }
    }

    @Test
    void multiparts_have_no_parts_no_boundary_and_parts_have_no_type() throws IOException {
        assertThat(row(fetch("UID 7", "BODYSTRUCTURE (NIL \"alternative\" (\"boundary\" NIL) NIL NIL NIL)"))
                        .structure()
                        .type())
                .isEqualTo("multipart/alternative");
        assertThat(row(fetch("UID 7", "BODYSTRUCTURE ((NIL NIL NIL NIL NIL NIL -1 -1)" + TEXT + " \"mixed\" NIL)"))
                        .structure()
                        .children())
                .extracting(part -> part.type() + part.size())
                .containsExactly("text/plain0", "text/plain5");
    }

    @Test
    void uidvalidity_uidnext_and_unseen_are_0() throws IOException {
        try (var server = ScriptedServer.playing(script -> {
            script.imapSignIn("").expect("SELECT");
            script.line("* 1 EXISTS")
                    .line("* OK [UIDVALIDITY 0] none")
                    .line("* OK [UIDNEXT 0] none")
                    .line("* OK [UNSEEN 0] none")
                    .ok();
            answer(script, fetch("UID 7", "BODYSTRUCTURE " + TEXT));
        })) {
            assertThat(page(server))
                    .extracting(row -> row.ref().uidValidity().value())
                    .containsExactly(0L);
        }
    }

    @Test
    void answers_are_padded_with_nul() throws IOException {
        assertThat(row("\0\0\0* OK fine\0\0", "\0\0" + fetch("UID 7", "BODYSTRUCTURE " + TEXT) + "\0\0\0")
                        .envelope()
                        .subject())
                .isEqualTo("Words");
    }

    @Test
    void a_literal_is_announced_with_leading_zeros_or_a_space() throws IOException {
        for (String announced : List.of("{005}", "{5} ", "{5+}", "{5+} ")) {
            assertThat(row(fetch("UID 7", "BODYSTRUCTURE " + TEXT).replace("\"Words\"", announced + "\r\nHello"))
                            .envelope()
                            .subject())
                    .isEqualTo("Hello");
        }
    }

    @Test
    void capabilities_are_followed_by_spaces() throws IOException {
        try (var server = ScriptedServer.playing(script -> {
            script.line("* OK hello").expect("CAPABILITY");
            script.line("* CAPABILITY IMAP4rev1  AUTH=PLAIN SASL-IR LITERAL+ ")
                    .ok()
                    .expect("AUTHENTICATE PLAIN ");
            script.line("%t OK [CAPABILITY IMAP4rev1 LITERAL+ ] welcome").refuse();
        })) {
            store(server).authenticate();
        }
    }

    @Test
    void a_body_is_shorter_than_announced() throws IOException {
        for (int missing : List.of(1, 2)) {
            try (var server = ScriptedServer.playing(script -> {
                script.imapSignIn("");
                answer(script, "* 1 FETCH (UID 7 BODY[1]<0> {" + (5 + missing) + "}\r\nHello)");
            })) {
                assertThat(content(server)).isEqualTo("Hello");
                assertThat(content(server)).isEqualTo("Hello");
                assertThat(server.connections()).isEqualTo(1);
            }
        }
    }

    @Test
    void folders_have_their_role_by_a_name_in_the_users_language() throws IOException {
        try (var server = listing(
                "",
                "* LIST () \"/\" \"Entw&APw-rfe\"",
                "* LIST () \"/\" \"Gesendete Elemente\"",
                "* LIST () \"/\" \"Papierkorb\"")) {
            assertThat(store(server).mailboxes())
                    .flatExtracting(each -> each.role().stream().toList())
                    .contains(MailboxRole.DRAFTS, MailboxRole.SENT, MailboxRole.TRASH);
        }
    }

    @Test
    void a_server_that_allows_no_further_connection_is_not_asked_for_it_again_and_again() throws Exception {
        try (var server = ScriptedServer.playing(script -> {
            if (script.number() > 1) {
                script.line("* BYE [LIMIT] maximum number of connections from user+IP exceeded");
                return;
            }
            script.imapSignIn("");
            answer(script, fetch("UID 7", "BODYSTRUCTURE " + TEXT));
        })) {
            MailStore store = store(server);
            store.open(MailboxName.INBOX, OpenMode.READ, first -> {
                var second = CompletableFuture.supplyAsync(() -> page(server));
                Awaitility.await().until(() -> server.connections() > 1);
                assertThat(second).isNotDone();
                return null;
            });

            assertThat(page(server)).hasSize(1);
            assertThat(server.connections()).isLessThanOrEqualTo(2);
        }
    }

    private MailStore store(ScriptedServer server) {
        return stores.of(Stores.credential(Stores.plain(server.port()), "someone"));
    }

    private List<MessageSummary> page(ScriptedServer server) {
        return open(
                server,
                mailbox -> mailbox.view(new PageRequest.Numbered(1, 50)).page().rows());
    }

    private String content(ScriptedServer server) {
        return open(server, mailbox -> {
            try (InputStream in = mailbox.content(ref(7), new PartId("1"))) {
                return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
            }
        });
    }

    private <T> T open(ScriptedServer server, MailboxWork<T> work) {
        try {
            return store(server).open(MailboxName.INBOX, OpenMode.READ, work);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Returns the one row of a page where FETCH is answered so. */
    private MessageSummary row(String... answers) throws IOException {
        try (var server = ScriptedServer.playing(script -> {
            script.imapSignIn("");
            answer(script, answers);
        })) {
            List<MessageSummary> rows = page(server);
            assertThat(rows).hasSize(1);
            return rows.get(0);
        }
    }

    private static MessageRef ref(long uid) {
        return new MessageRef(MailboxName.INBOX, new UidValidity(1), new Uid(uid));
    }

    private static String fetch(String... items) {
        return "* 1 FETCH (FLAGS () INTERNALDATE \" 2-Nov-2026 10:00:00 +0000\" RFC822.SIZE 5 ENVELOPE " + ENVELOPE
                + " " + String.join(" ", items) + ")";
    }

    private static ScriptedServer listing(String capabilities, String... lines) throws IOException {
        return ScriptedServer.playing(script -> {
            script.imapSignIn(capabilities).expect("LIST");
            for (String line : lines) {
                script.line(line);
            }
            script.ok();
            answer(script);
        });
    }

    private static ScriptedConnection selected(ScriptedConnection script) throws IOException {
        return script.line("* 1 EXISTS").line("* OK [UIDVALIDITY 1] fine").line("%t OK [READ-WRITE] done");
    }

    /** Answers whatever is asked: a mailbox of one message, and these answers to FETCH. */
    private static void answer(ScriptedConnection script, String... fetched) throws IOException {
        for (String command = script.read(); command != null; command = script.read()) {
            if (command.startsWith("SELECT")) {
                selected(script);
                continue;
            }
            if (command.startsWith("LIST")) {
                script.line("* LIST () \"/\" INBOX");
            }
            if (command.contains("FETCH")) {
                for (String answer : fetched) {
                    script.line(answer);
                }
            }
            script.ok();
        }
    }

    private static MailFailure failure(ThrowingCallable call) {
        return catchThrowableOfType(MailFailure.class, call);
    }
}
