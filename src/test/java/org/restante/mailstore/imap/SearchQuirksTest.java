package org.restante.mailstore.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.restante.mailstore.Criterion;
import org.restante.mailstore.Criterion.Contains;
import org.restante.mailstore.Criterion.Field;
import org.restante.mailstore.MailFailure;
import org.restante.mailstore.MessageSummary;
import org.restante.mailstore.SearchPosition;
import org.restante.mailstore.Uid;
import org.restante.testing.ScriptedConnection;
import org.restante.testing.ScriptedServer;

/** Servers that do not search as the RFCs say. */
class SearchQuirksTest extends QuirkTests {

    private static final Criterion ASCII = new Contains(Field.SUBJECT, "Words");
    private static final Criterion BEYOND = new Contains(Field.SUBJECT, "Wörter");

    private interface Answering {
        void answer(String command, ScriptedConnection script) throws IOException;
    }

    /** A mailbox of one message, whose UID is 7. */
    private static ScriptedServer searching(String capabilities, Answering answering) throws IOException {
        return ScriptedServer.playing(script -> {
            script.imapSignIn(capabilities);
            for (String command = script.read(); command != null; command = script.read()) {
                if (command.startsWith("SELECT")) {
                    selected(script);
                } else if (command.contains("SEARCH")) {
                    answering.answer(command, script);
                } else {
                    if (command.contains("FETCH")) {
                        script.line(fetch("UID 7", "BODYSTRUCTURE " + TEXT));
                    }
                    script.ok();
                }
            }
        });
    }

    private List<Uid> search(ScriptedServer server, Criterion criterion) {
        return open(
                server,
                mailbox -> mailbox.search(criterion, SearchPosition.START, 100).found());
    }

    private static void takeLiteral(ScriptedConnection script) throws IOException {
        script.line("+ go on");
        script.readLine();
    }

    @Test
    void esearch_with_a_charset_is_refused() throws IOException {
        try (var server = searching("ESEARCH", (command, script) -> {
            if (command.contains("RETURN")) {
                script.line("%t BAD no charset here");
            } else {
                takeLiteral(script);
                script.line("* SEARCH 7").ok();
            }
        })) {
            assertThat(search(server, BEYOND)).containsExactly(new Uid(7));
            assertThat(server.received()).anyMatch(line -> line.contains("UID SEARCH CHARSET UTF-8 1:1 SUBJECT {7}"));
        }
    }

    @Test
    void text_beyond_ascii_is_refused_and_looked_for_among_the_messages() throws IOException {
        try (var server = searching("ESEARCH", (command, script) -> {
            if (command.contains("CHARSET")) {
                script.line("%t NO [BADCHARSET (US-ASCII)] only ASCII");
            } else {
                script.line("* ESEARCH (TAG \"x\") UID ALL 7").ok();
            }
        })) {
            assertThat(search(server, BEYOND)).isEmpty();
            assertThat(search(server, new Criterion.Not(BEYOND))).containsExactly(new Uid(7));
            assertThat(search(server, new Criterion.AnyOf(List.of(BEYOND, ASCII))))
                    .containsExactly(new Uid(7));
        }
    }

    @Test
    void a_server_that_finds_no_piece_of_an_address_is_asked_for_words_and_flags_alone() throws IOException {
        try (var server = searching("", (command, script) -> {
            if (!command.contains("FROM")) {
                script.line("* SEARCH 7");
            }
            script.ok();
        })) {
            Criterion words =
                    new Criterion.AllOf(List.of(ASCII, new Criterion.Not(new Contains(Field.FROM, "nobody"))));
            assertThat(search(server, words)).containsExactly(new Uid(7));
            assertThat(search(server, new Contains(Field.FROM, "nobody"))).isEmpty();
            assertThat(server.received().stream().filter(line -> line.contains("FROM")))
                    .hasSize(1);
        }
    }

    @Test
    void literals_do_not_wait_where_they_need_not() throws IOException {
        try (var server = searching("LITERAL+", (command, script) -> {
            if (command.endsWith("+}")) {
                script.readLine();
            }
            script.line("* SEARCH 7").ok();
        })) {
            assertThat(search(server, BEYOND)).containsExactly(new Uid(7));
            assertThat(server.received()).anyMatch(line -> line.endsWith("CHARSET UTF-8 1:1 SUBJECT {7+}"));
        }
    }

    @Test
    void what_is_not_in_the_mailbox_is_passed_over() throws IOException {
        try (var server = searching(
                "",
                (command, script) ->
                        script.line("* SEARCH 7 9999 0 x").line("* SEARCH").ok())) {
            List<MessageSummary> there = open(server, mailbox -> mailbox.messages(List.of(ref(9999), ref(7))));
            assertThat(there).hasSize(1);
        }
    }

    @Test
    void a_server_that_cannot_now_is_not_asked_in_another_way() throws IOException {
        try (var server = searching("ESEARCH", (command, script) -> script.line("%t NO [UNAVAILABLE] later"))) {
            assertThat(failure(() -> search(server, ASCII))).isInstanceOf(MailFailure.Refused.class);
            assertThat(server.received().stream().filter(line -> line.contains("SEARCH")))
                    .hasSize(1);
        }
    }
}
