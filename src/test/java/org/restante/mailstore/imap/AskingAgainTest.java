package org.restante.mailstore.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.restante.mailstore.MailStore;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.MailboxView;
import org.restante.mailstore.OpenMode;
import org.restante.mailstore.PageRequest;
import org.restante.testing.ScriptedConnection;
import org.restante.testing.ScriptedServer;

/** What a page asks for, first and again, of servers that can do much and of those that can do little. */
class AskingAgainTest {

    private static final String LISTED = "* LIST () \"/\" INBOX\r\n";

    private final ImapMailStores stores = Stores.create();

    @AfterEach
    void close() {
        stores.close();
    }

    @Test
    void a_server_without_list_status_is_asked_for_all_counts_in_the_one_write_from_the_second_page_on()
            throws IOException {
        try (var server = ScriptedServer.playing(script -> {
            open(script, "", 1);
            answer(script, "FETCH 1 (UID FLAGS INTERNALDATE", row(1, 7));
            answer(script, "LIST \"\" \"*\"", LISTED + "* LIST () \"/\" Box\r\n");
            answer(script, "NOOP", "");
            answer(script, "STATUS \"INBOX\"", "* STATUS INBOX (MESSAGES 1 UNSEEN 1)\r\n");
            answer(script, "STATUS \"Box\"", "* STATUS Box (MESSAGES 2 UNSEEN 2)\r\n");
            // All of it is read before anything is answered: so it came in one write.
            for (String command :
                    List.of("FETCH 1 (UID FLAGS)", "LIST", "STATUS \"INBOX\"", "STATUS \"Box\"", "NOOP")) {
                script.expect(command);
            }
            script.raw(flags(1, 7, "") + LISTED + "* STATUS INBOX (MESSAGES 1 UNSEEN 0)\r\n");
            for (int tag = 8; tag <= 12; tag++) {
                script.raw("R" + tag + " OK done\r\n");
            }
            script.hold();
        })) {
            MailStore store = store(server);
            page(store, 50);
            MailboxView view = page(store, 50);

            assertThat(view.mailboxes())
                    .singleElement()
                    .satisfies(inbox -> assertThat(inbox.unseen()).hasValue(0));
            assertThat(view.page().rows()).hasSize(1);
        }
    }

    @Test
    void a_new_message_is_fetched_whole_and_the_others_are_not_fetched_again() throws IOException {
        try (var server = ScriptedServer.playing(script -> {
            open(script, "LIST-STATUS", 2);
            answer(script, "FETCH 1:2 (UID FLAGS INTERNALDATE", row(1, 7) + row(2, 8));
            answer(script, "LIST", LISTED + "* STATUS INBOX (MESSAGES 2 UNSEEN 2)\r\n");
            answer(script, "NOOP", "");
            answer(script, "FETCH 1:2 (UID FLAGS)", flags(1, 7, "") + flags(2, 8, ""));
            answer(script, "LIST", LISTED + "* STATUS INBOX (MESSAGES 2 UNSEEN 2)\r\n");
            answer(script, "NOOP", "* 3 EXISTS\r\n");
            answer(script, "FETCH 3 (UID FLAGS INTERNALDATE", row(3, 9));
            answer(script, "STATUS \"INBOX\"", "* STATUS INBOX (MESSAGES 3 UNSEEN 3)\r\n");
            script.hold();
        })) {
            MailStore store = store(server);
            page(store, 50);
            MailboxView view = page(store, 50);

            assertThat(uids(view)).containsExactly(9L, 8L, 7L);
            assertThat(view.page().total()).isEqualTo(3);
            assertThat(view.mailboxes().get(0).total()).hasValue(3);
        }
    }

    @Test
    void numbers_that_shifted_are_fetched_again_whether_the_server_had_shifted_them_before_or_not() throws IOException {
        for (String fetched :
                List.of(flags(1, 7, "") + flags(2, 8, "") + flags(3, 9, ""), flags(1, 8, "") + flags(2, 9, ""))) {
            try (var server = ScriptedServer.playing(script -> {
                open(script, "LIST-STATUS", 3);
                answer(script, "FETCH 1:3 (UID FLAGS INTERNALDATE", row(1, 7) + row(2, 8) + row(3, 9));
                answer(script, "LIST", LISTED);
                answer(script, "NOOP", "");
                answer(script, "FETCH 1:3 (UID FLAGS)", fetched);
                answer(script, "LIST", LISTED);
                answer(script, "NOOP", "* 1 EXPUNGE\r\n");
                answer(script, "FETCH 1:2 (UID FLAGS INTERNALDATE", row(1, 8) + row(2, 9));
                answer(script, "STATUS", "");
                script.hold();
            })) {
                MailStore store = store(server);
                page(store, 50);

                assertThat(uids(page(store, 50))).containsExactly(9L, 8L);
            }
        }
    }

    @Test
    void what_is_known_of_one_account_is_not_known_to_another() throws IOException {
        try (var server = ScriptedServer.playing(script -> {
            open(script, "LIST-STATUS", 1);
            answer(script, "FETCH 1 (UID FLAGS INTERNALDATE", row(1, 7));
            answer(script, "LIST", LISTED);
            answer(script, "NOOP", "");
            script.hold();
        })) {
            for (String login : List.of("ann", "bob")) {
                page(stores.of(Stores.credential(Stores.plain(server.port()), login)), 50);
            }
            assertThat(server.received())
                    .filteredOn(line -> line.contains("ENVELOPE"))
                    .hasSize(2);
        }
    }

    private MailStore store(ScriptedServer server) {
        return stores.of(Stores.credential(Stores.plain(server.port()), "at" + server.port()));
    }

    private static MailboxView page(MailStore store, int size) throws IOException {
        return store.open(MailboxName.INBOX, OpenMode.READ, mailbox -> mailbox.view(new PageRequest.Numbered(1, size)));
    }

    private static List<Long> uids(MailboxView view) {
        return view.page().rows().stream().map(row -> row.ref().uid().value()).toList();
    }

    private static void open(ScriptedConnection script, String capabilities, int messages) throws IOException {
        script.imapSignIn(capabilities);
        answer(script, "SELECT", "* " + messages + " EXISTS\r\n* OK [UIDVALIDITY 1] fine\r\n");
    }

    private static void answer(ScriptedConnection script, String command, String untagged) throws IOException {
        script.expect(command);
        script.raw(untagged).ok();
    }

    private static String row(int number, int uid) {
        return ("* %d FETCH (UID %d FLAGS () INTERNALDATE \" 2-Nov-2026 10:00:00 +0000\" RFC822.SIZE 5"
                        + " ENVELOPE (NIL \"number %d\" NIL NIL NIL NIL NIL NIL NIL NIL)"
                        + " BODYSTRUCTURE (\"text\" \"plain\" NIL NIL NIL \"7bit\" 5 1))\r\n")
                .formatted(number, uid, uid);
    }

    private static String flags(int number, int uid, String flags) {
        return "* %d FETCH (UID %d FLAGS (%s))\r\n".formatted(number, uid, flags);
    }
}
