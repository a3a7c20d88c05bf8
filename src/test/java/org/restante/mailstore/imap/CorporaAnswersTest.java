package org.restante.mailstore.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.restante.mailstore.MailFailure;
import org.restante.mailstore.MailStore;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.OpenMode;
import org.restante.mailstore.PageRequest;
import org.restante.testing.Corpora;
import org.restante.testing.ScriptedConnection;
import org.restante.testing.ScriptedServer;

/** Answers that other clients keep as samples, each said in the middle of every answer of a conversation. */
class CorporaAnswersTest {

    private final ImapMailStores stores = Stores.create();

    @AfterEach
    void close() {
        stores.close();
    }

    static Stream<Corpora.Sample> answers() throws IOException {
        return Corpora.samples("responses.jsonl", "raw");
    }

    @ParameterizedTest
    @MethodSource("answers")
    void nothing_that_a_server_says_makes_us_lose_our_place(Corpora.Sample sample) throws IOException {
        try (var server = ScriptedServer.playing(script -> {
            script.imapSignIn("LIST-STATUS");
            converse(script, script.number() == 1 ? sample.content() : "");
        })) {
            MailStore store = stores.of(Stores.credential(Stores.plain(server.port()), "someone"));
            try {
                page(store);
            } catch (MailFailure e) {
                // The sample may say that the conversation is over.
            }
            assertThat(subjectAfterwards(store)).isEqualTo("Words");
        }
    }

    private static void converse(ScriptedConnection script, String interjection) throws IOException {
        boolean interjected = false;
        for (String command = script.read(); command != null; command = script.read()) {
            switch (command.split(" ")[0]) {
                case "SELECT" -> script.line("* 1 EXISTS").line("* OK [UIDVALIDITY 1] fine");
                case "LIST" -> script.line("* LIST () \"/\" INBOX").line("* STATUS INBOX (MESSAGES 1 UNSEEN 0)");
                case "FETCH" ->
                    script.line(
                            "* 1 FETCH (UID 7 FLAGS () RFC822.SIZE 1 ENVELOPE (NIL \"Words\" NIL NIL NIL NIL NIL NIL NIL NIL))");
                default -> {
                    // Needs no more than OK.
                }
            }
            if (!interjected && command.startsWith("LIST")) {
                script.raw(interjection);
                interjected = !interjection.isEmpty();
            }
            script.ok();
        }
    }

    private static String subjectAfterwards(MailStore store) {
        for (int i = 0; i < 2; i++) {
            try {
                return page(store);
            } catch (MailFailure e) {
                // The first page may have left it at that: then the connection is a new one now.
            } catch (IOException e) {
                return fail(e);
            }
        }
        return "";
    }

    private static String page(MailStore store) throws IOException {
        return store
                .open(MailboxName.INBOX, OpenMode.READ, mailbox -> mailbox.view(new PageRequest.Numbered(1, 5)))
                .page()
                .rows()
                .stream()
                .filter(row -> row.ref().uid().value() == 7)
                .map(row -> row.envelope().subject())
                .findFirst()
                .orElse("");
    }
}
