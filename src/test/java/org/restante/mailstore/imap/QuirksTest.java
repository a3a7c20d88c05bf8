package org.restante.mailstore.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.restante.mailstore.Flag;
import org.restante.mailstore.MailFailure.Gone;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.MessageRef;
import org.restante.mailstore.MessageSummary;
import org.restante.mailstore.OpenMode;
import org.restante.testing.ScriptedServer;

/** What real servers say of messages other than the RFCs do. Restante never says COPY, MOVE, SORT or THREAD so far. */
class QuirksTest extends QuirkTests {

    @Test
    void copyuid_without_ok_or_with_empty_sets_is_passed_over() throws IOException {
        assertThat(row(
                        "* [COPYUID 701 1 2] moved",
                        "* OK [COPYUID 701  ] moved",
                        fetch("UID 7", "BODYSTRUCTURE " + TEXT)))
                .satisfies(row -> assertThat(row.envelope().subject()).isEqualTo("Words"));
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
}
