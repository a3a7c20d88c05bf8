package org.restante.mailstore.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.MessageSummary;
import org.restante.mailstore.Uid;
import org.restante.mailstore.UidValidity;
import org.restante.mime.Address;
import org.restante.mime.Part;

/** What servers say, in the forms that the RFC has and in those that it has not. */
class AnswersTest {

    private static final String ENVELOPE =
            "ENVELOPE (\"Mon, 2 Nov 2026 10:00:00 +0100\" \"Hi\" ((\"A\" NIL \"a\" \"example.org\")) NIL NIL NIL NIL NIL NIL \"<1@x>\")";

    @Test
    void literals_stand_wherever_strings_do() throws IOException {
        Answer answer = only("* 3 FETCH (UID 7 BODY[1]<0> {5}\r\na)\r\n( FLAGS (\\Seen))\r\n");

        assertThat(answer.number()).isEqualTo(3);
        assertThat(answer.at(0).at(3).string()).isEqualTo("a)\r\n(");
        assertThat(answer.at(0).at(5).list()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{5}\r\nhello",
                "{05}\r\nhello",
                "{5+}\r\nhello",
                "~{5}\r\nhello",
                "{5} \r\nhello",
                "\"hello\"",
                "hello"
            })
    void strings_have_many_forms(String form) throws IOException {
        assertThat(only("* X (A " + form + " B)\r\n").at(0).list())
                .extracting(Value::string)
                .containsExactly("A", "hello", "B");
    }

    @Test
    void quoted_strings_hold_escapes_and_octets() throws IOException {
        Answer answer = only("* LIST () \"\\\\\" \"a \\\"b\\\" \\\\ é\"\r\n");

        assertThat(answer.at(1).string()).isEqualTo("\\");
        assertThat(new String(answer.at(2).octets(), StandardCharsets.UTF_8)).isEqualTo("a \"b\" \\ é");
    }

    @Test
    void sections_with_spaces_are_one_word() throws IOException {
        Answer answer = only("* 1 FETCH (BODY[HEADER.FIELDS (TO CC)]<0> {2}\r\nab UID 4)\r\n");

        assertThat(answer.at(0).at(0).string()).isEqualTo("BODY[HEADER.FIELDS (TO CC)]<0>");
        assertThat(answer.at(0).at(3).number()).isEqualTo(4);
    }

    @Test
    void the_words_of_a_status_answer_are_no_literal() throws IOException {
        List<Answer> answers = all("* OK see {99}\r\nR1 NO [LIMIT] too many {5}\r\n* BYE\r\n");

        assertThat(answers).extracting(Answer::name).containsExactly("OK", "NO", "BYE");
        assertThat(answers.get(1).codeName()).isEqualTo("LIMIT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "* 1 FETCH (UID 1 FLAGS (\\Seen)\r\n",
                "* 1 FETCH UID 1)\r\n",
                "* 1 FETCH ((((\r\n",
                "* 1 FETCH \"open\r\n",
                "*\r\n",
                "\r\n",
                "* [COPYUID 701  ]\r\n",
                "* FLAGS\r\n",
                "* 99999999999999999999 FETCH (UID 1)\r\n",
                "* 0 FETCH (UID 1)\r\n",
                "* 1 FETCH (\\\r\n",
                "* 1 FETCH (UID -1 MODSEQ (-1))\r\n",
                "* 1 FETCH (UID 9.3736e+06)\r\n",
                "* OK [UNCLOSED\r\n",
                "* 1 FETCH (BODY[ NIL)\r\n",
                "\0\0\0\r\n"
            })
    void what_makes_no_sense_does_no_harm(String odd) throws IOException {
        List<Answer> answers = all(odd + "R1 OK done\r\n");

        assertThat(answers.get(answers.size() - 1).is("OK")).isTrue();
        var fetched = new Fetched();
        answers.forEach(fetched::take);
        assertThat(fetched.summaries(MailboxName.INBOX, new UidValidity(1))).isEmpty();
    }

    @Test
    void what_goes_beyond_all_bounds_is_refused() {
        assertThatThrownBy(() -> all("* 1 FETCH (" + "a ".repeat(4 << 20) + ")\r\n"))
                .isInstanceOf(GarbledAnswerException.class);
        assertThatThrownBy(() -> all("* 1 FETCH (X {1900000000}\r\n")).isInstanceOf(GarbledAnswerException.class);
        assertThatThrownBy(() -> all("* 1 FETCH (X {99999999999999999999999}\r\n"))
                .isInstanceOf(GarbledAnswerException.class);
    }

    @Test
    void lists_that_lie_too_deep_are_passed_over_and_the_rest_is_read() throws IOException {
        String deep = "(".repeat(100_000) + "\"text \\\" )\" {3}\r\n))) NIL" + ")".repeat(100_000);

        List<Answer> answers = all("* 1 FETCH (X " + deep + " UID 7)\r\nR1 OK done\r\n");

        assertThat(Fetched.uids(answers.get(0))).extracting(Uid::value).containsExactly(7L);
        assertThat(answers).hasSize(2);
    }

    @Test
    void a_row_that_is_odd_leaves_the_others_intact() throws IOException {
        List<MessageSummary> rows = rows("""
                * 1 FETCH (UID 11 FLAGS (\\Seen $x ]bad[) INTERNALDATE " 1-Nov-2026 10:00:00 +0000" RFC822.SIZE 5 %1$s)
                * 2 FETCH (FLAGS (\\Seen))
                * 0 FETCH (UID 12 %1$s)
                * 4 FETCH (UID 14 FLAGS () INTERNALDATE NIL RFC822.SIZE 9.3736e+06 %1$s BODYSTRUCTURE NIL)
                """.formatted(ENVELOPE));

        assertThat(rows).extracting(row -> row.ref().uid().value()).containsExactly(14L, 11L);
        assertThat(rows.get(0).size()).isEqualTo(9_373_600);
        assertThat(rows.get(1).received()).hasToString("2026-11-01T10:00:00Z");
    }

    @Test
    void an_envelope_in_another_pair_of_parentheses_is_read() throws IOException {
        List<MessageSummary> rows = rows("* 1 FETCH (UID 1 " + ENVELOPE.replace("(\"Mon", "((\"Mon") + "))\n");

        assertThat(rows.get(0).envelope().subject()).isEqualTo("Hi");
        assertThat(rows.get(0).envelope().from()).containsExactly(new Address("A", "a@example.org"));
    }

    @Test
    void groups_are_flattened_and_empty_ones_shown_by_name() throws IOException {
        String groups =
                "((NIL NIL \"team\" NIL)(\"B\" NIL \"b\" \"x.org\")(NIL NIL NIL NIL)(NIL NIL \"undisclosed-recipients\" NIL)(NIL NIL NIL NIL)"
                        + "(NIL NIL \"root\" \"MISSING_DOMAIN\"))";
        List<MessageSummary> rows =
                rows("* 1 FETCH (UID 1 ENVELOPE (NIL NIL NIL NIL NIL " + groups + " NIL NIL NIL NIL))\n");

        assertThat(rows.get(0).envelope().to())
                .containsExactly(
                        new Address("B", "b@x.org"),
                        new Address("undisclosed-recipients", ""),
                        new Address("root", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(\"APPLICATION\" \"PDF\" NIL NIL NIL \"BASE64\" 10 NIL (\"ATTACHMENT\" (\"FILENAME\" \"a.pdf\")) NIL NIL)",
                "(\"application\" \"pdf\" (\"name\" \"a.pdf\") NIL NIL \"base64\" 10 NIL \"attachment\")",
                "(\"application\" \"pdf\" NIL NIL NIL \"base64\" 10 (\"attachment\" (\"filename*0\" \"a.\" \"filename*1\" \"pdf\")))"
            })
    void dispositions_have_many_forms(String structure) throws IOException {
        Part part = structure(structure);

        assertThat(part.type()).isEqualTo("application/pdf");
        assertThat(part.disposition()).isEqualTo("attachment");
        assertThat(part.fileName()).isEqualTo("a.pdf");
        assertThat(part.encoding()).isEqualTo("base64");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(\"text\" \"plain\" NIL NIL NIL \"7bit\" -1 -1)",
                "(\"text\" \"plain\")",
                "(NIL NIL NIL NIL NIL NIL NIL)",
                "NIL",
                "()",
                "(\"text\" \"plain\" (\"charset\") NIL NIL NIL NIL NIL (NIL NIL))",
                "\"text\""
            })
    void a_structure_that_is_odd_is_still_one_part(String structure) throws IOException {
        Part part = structure(structure);

        assertThat(part.children()).isEmpty();
        assertThat(part.id()).isPresent();
        assertThat(part.size()).isZero();
    }

    @Test
    void a_multipart_without_parts_has_none() throws IOException {
        Part part = structure("(NIL \"alternative\" (\"boundary\" \"b\") NIL NIL)");

        assertThat(part.type()).isEqualTo("multipart/alternative");
        assertThat(part.children()).isEmpty();
    }

    @Test
    void parts_of_nested_messages_are_numbered_as_the_rfc_says() throws IOException {
        Part part = structure(
                "((\"text\" \"plain\" NIL NIL NIL \"7bit\" 1 1)(\"message\" \"rfc822\" NIL NIL NIL \"7bit\" 9 "
                        + "(NIL NIL NIL NIL NIL NIL NIL NIL NIL NIL) ((\"text\" \"plain\" NIL NIL NIL \"7bit\" 1 1)"
                        + "(\"text\" \"html\" NIL NIL NIL \"7bit\" 1 1) \"alternative\") 5) \"mixed\")");

        assertThat(part.flattened().map(each -> each.id().map(Object::toString).orElse("-") + each.type()))
                .containsExactly(
                        "-multipart/mixed",
                        "1text/plain",
                        "2message/rfc822",
                        "-multipart/alternative",
                        "2.1text/plain",
                        "2.2text/html");
    }

    private static Part structure(String text) throws IOException {
        return rows("* 1 FETCH (UID 1 " + ENVELOPE + " BODYSTRUCTURE " + text + ")\n")
                .get(0)
                .structure();
    }

    private static List<MessageSummary> rows(String text) throws IOException {
        var fetched = new Fetched();
        all(text.replace("\n", "\r\n")).forEach(fetched::take);
        return fetched.summaries(MailboxName.INBOX, new UidValidity(1));
    }

    private static Answer only(String text) throws IOException {
        return all(text).get(0);
    }

    private static List<Answer> all(String text) throws IOException {
        var reader = new AnswerReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        List<Answer> answers = new ArrayList<>();
        try {
            while (true) {
                answers.add(reader.read());
            }
        } catch (EOFException e) {
            return answers;
        }
    }
}
