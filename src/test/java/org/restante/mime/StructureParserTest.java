package org.restante.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StructureParserTest {

    @Test
    void a_plain_message_is_part_one() {
        String message = crlf("Subject: one\n\nText\nmore\n");
        ParsedMessage parsed = parse(message);
        assertThat(parsed.root().id()).contains(new PartId("1"));
        assertThat(parsed.root().type()).isEqualTo("text/plain");
        assertThat(content(message, parsed, "1")).isEqualTo("Text\r\nmore\r\n");
        assertThat(parsed.root().size()).isEqualTo(12);
    }

    @Test
    void parts_are_numbered_as_imap_does_and_end_before_the_line_break_of_their_delimiter() {
        String message = crlf("""
                Content-Type: multipart/mixed; boundary="outer"

                preamble
                --outer
                Content-Type: multipart/alternative; boundary=inner

                --inner
                Content-Type: text/plain; charset=utf-8

                plain
                --inner
                Content-Type: text/html

                <p>html</p>

                --inner--
                epilogue
                --outer
                Content-Type: application/pdf; name="a.pdf"
                Content-Disposition: attachment; filename*=UTF-8''%C3%A9t%C3%A9.pdf
                Content-Transfer-Encoding: Base64
                Content-ID: <one@x>

                AAAA
                --outer--
                """);
        ParsedMessage parsed = parse(message);
        assertThat(types(parsed))
                .isEqualTo("-multipart/mixed 1multipart/alternative 1.1text/plain 1.2text/html 2application/pdf");
        assertThat(content(message, parsed, "1.1")).isEqualTo("plain");
        assertThat(content(message, parsed, "1.2")).isEqualTo("<p>html</p>\r\n");
        Part pdf = parsed.root().find(new PartId("2")).orElseThrow();
        assertThat(pdf.encoding()).isEqualTo("base64");
        assertThat(pdf.disposition()).isEqualTo("attachment");
        assertThat(pdf.fileName()).isEqualTo("été.pdf");
        assertThat(pdf.contentId()).isEqualTo("one@x");
        assertThat(content(message, parsed, "2")).isEqualTo("AAAA");
    }

    @Test
    void nested_messages_have_parts_of_their_own() {
        String message = crlf("""
                Content-Type: multipart/mixed; boundary=o

                --o
                Content-Type: message/rfc822

                Subject: nested
                Content-Type: multipart/mixed; boundary=i

                --i

                one
                --i
                Content-Type: text/html

                two
                --i--
                --o
                Content-Type: message/rfc822

                Subject: plain

                text
                --o--
                """);
        ParsedMessage parsed = parse(message);
        assertThat(types(parsed))
                .isEqualTo("-multipart/mixed 1message/rfc822 -multipart/mixed 1.1text/plain 1.2text/html"
                        + " 2message/rfc822 2.1text/plain");
        assertThat(content(message, parsed, "1.2")).isEqualTo("two");
        assertThat(content(message, parsed, "2")).isEqualTo("Subject: plain\r\n\r\ntext");
        assertThat(content(message, parsed, "2.1")).isEqualTo("text");
    }

    @Test
    void what_is_missing_at_the_end_is_not_missed() {
        String message = "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/html\n\n<p>cut";
        ParsedMessage parsed = parse(message);
        assertThat(content(message, parsed, "1")).isEqualTo("<p>cut");
        assertThat(types(parse("Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n--b\r\n--b--")))
                .isEqualTo("-multipart/mixed 1text/plain 2text/plain");
        assertThat(types(parse(""))).isEqualTo("1text/plain");
        assertThat(types(parse("Content-Type: multipart/mixed\n\ntext"))).isEqualTo("1text/plain");
    }

    @Test
    void broken_boundaries_are_recovered() {
        String parts =
                "--other-boundary\n\none\n--other-boundary\nContent-Type: text/html\n\ntwo\n--other-boundary--\n";
        assertThat(types(parse("Content-Type: multipart/mixed\n\n" + parts)))
                .isEqualTo("-multipart/mixed 1text/plain 2text/html");
        assertThat(types(parse("Content-Type: multipart/mixed; boundary=said\n\n" + parts)))
                .isEqualTo("-multipart/mixed 1text/plain 2text/html");
        assertThat(types(parse("Content-Type: multipart/mixed; boundary=b\n\n-- \n--x\n--b\n\none\n--b--\n")))
                .isEqualTo("-multipart/mixed 1text/plain");
        String none = "Content-Type: multipart/mixed; boundary=b\n\nno parts\n";
        assertThat(content(none, parse(none), "1")).isEqualTo("no parts\n");
    }

    @Test
    void what_stands_before_a_forgotten_semicolon_counts() {
        Part part = parse("Content-Type: text/html charset=utf-8\n"
                        + "Content-Disposition: attachment filename=\"a b.txt\"\n\n"
                        + "x")
                .root();
        assertThat(part.type()).isEqualTo("text/html");
        assertThat(part.parameter("charset")).isEqualTo("utf-8");
        assertThat(part.disposition()).isEqualTo("attachment");
        assertThat(part.fileName()).isEqualTo("a b.txt");
        assertThat(parse("Content-Type: image; name=a.png\n\nx").root().type()).isEqualTo("application/octet-stream");
    }

    @Test
    void a_longer_delimiter_is_another_one() {
        String message = crlf("Content-Type: multipart/mixed; boundary=b\n\n--b\n\n--bb\ntext\n--b  \n\nmore\n--b--\n");
        assertThat(content(message, parse(message), "1")).isEqualTo("--bb\r\ntext");
        assertThat(content(message, parse(message), "2")).isEqualTo("more");
    }

    @Test
    void parts_of_a_digest_are_messages() {
        String message = crlf("Content-Type: multipart/digest; boundary=b\n\n--b\n\nSubject: in\n\ntext\n--b--\n");
        assertThat(types(parse(message))).isEqualTo("-multipart/digest 1message/rfc822 1.1text/plain");
    }

    @Test
    void bombs_are_bounded() {
        var deep = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            deep.append("Content-Type: multipart/mixed; boundary=b%1$d\n\n--b%1$d\n".formatted(i));
        }
        assertThat(parse(deep.toString()).root().flattened().count()).isLessThanOrEqualTo(50);
        String wide = "Content-Type: multipart/mixed; boundary=b\n\n" + "--b\n\nx\n".repeat(30_000);
        assertThat(parse(wide).root().flattened().count()).isEqualTo(1000);
        String heads = "Content-Type: message/rfc822\n\n".repeat(10_000);
        assertThat(parse(heads).root().flattened().count()).isLessThanOrEqualTo(50);
    }

    @Test
    void rubbish_is_never_an_error_and_ranges_lie_within_the_message() {
        var random = new Random(7);
        String[] bits = {
            "--b",
            "--b--",
            "\n",
            "\r\n",
            "\r",
            ": ",
            "Content-Type: multipart/mixed; boundary=b",
            "x",
            "--",
            "\0",
            "Content-Type: message/rfc822",
            "\"",
            "(",
            "--bb",
            " "
        };
        for (int run = 0; run < 5000; run++) {
            var message = new StringBuilder();
            for (int i = random.nextInt(60); i > 0; i--) {
                message.append(bits[random.nextInt(bits.length)]);
            }
            for (var range : parse(message.toString()).ranges().values()) {
                assertThat(range.start()).isBetween(0L, (long) message.length());
                assertThat(range.start() + range.length()).isBetween(range.start(), (long) message.length());
            }
        }
    }

    private static ParsedMessage parse(String message) {
        var parser = new StructureParser();
        byte[] octets = message.getBytes(StandardCharsets.ISO_8859_1);
        parser.write(octets, 0, octets.length);
        return parser.finish();
    }

    private static String types(ParsedMessage parsed) {
        return parsed.root()
                .flattened()
                .map(part -> part.id().map(PartId::value).orElse("-") + part.type())
                .collect(Collectors.joining(" "));
    }

    private static String content(String message, ParsedMessage parsed, String part) {
        var range = parsed.range(new PartId(part)).orElseThrow();
        return message.substring((int) range.start(), (int) (range.start() + range.length()));
    }

    private static String crlf(String text) {
        return text.replace("\n", "\r\n");
    }
}
