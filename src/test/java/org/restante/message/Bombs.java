package org.restante.message;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Messages that are small to send and dear to read, each of a size. */
final class Bombs {

    private static final String TEXT =
            "From: a@b.example\nSubject: bomb\nMIME-Version: 1.0\nContent-Type: text/plain\n\n";
    private static final String HTML = TEXT.replace("plain", "html");
    private static final String MIXED = TEXT.replace("text/plain", "multipart/mixed; boundary=b");

    private Bombs() {}

    /**
     * Returns all by name.
     *
     * @param part one in so many of the full size
     */
    static Map<String, String> all(int part) {
        Map<String, String> bombs = new LinkedHashMap<>();
        structures(bombs, part);
        headers(bombs, part);
        html(bombs, part);
        texts(bombs, part);
        files(bombs, part);
        return bombs;
    }

    private static void structures(Map<String, String> bombs, int part) {
        bombs.put("30,000 parts", MIXED + "--b\n\nx\n".repeat(30_000 / part));
        bombs.put(
                "30,000 attachments",
                MIXED + "--b\nContent-Disposition: attachment; filename=a.txt\n\nx\n".repeat(30_000 / part));
        bombs.put(
                "20,000 nested multiparts",
                "Subject: bomb\nMIME-Version: 1.0\n"
                        + numbered(
                                20_000 / part,
                                i -> "Content-Type: multipart/mixed; boundary=b" + i + "\n\n--b" + i + "\n"));
        bombs.put(
                "5,000 nested messages",
                "Subject: bomb\nMIME-Version: 1.0\n" + "Content-Type: message/rfc822\n\n".repeat(5_000 / part)
                        + "Subject: in\n\nx\n");
        bombs.put(
                "5,000 messages in a digest",
                MIXED.replace("mixed", "digest") + "--b\n\nSubject: in\n\nx\n".repeat(5_000 / part));
    }

    private static void headers(Map<String, String> bombs, int part) {
        bombs.put("50,000 headers", numbered(50_000 / part, i -> "X-Header-" + i + ": y\n") + TEXT + "x\n");
        bombs.put("a header of 2 MB", "Subject: " + "a ".repeat((1 << 20) / part) + "\n" + TEXT + "x\n");
        bombs.put("a folded header of 2 MB", "Subject: " + "a\n ".repeat((700 << 10) / part) + "\n" + TEXT + "x\n");
        bombs.put("encoded words", "Subject: " + "=?utf-8?q?=C3=A9?=\n ".repeat(50_000 / part) + "\n" + TEXT + "x\n");
        bombs.put("half encoded words", "Subject: " + "=?utf-8?q?".repeat(50_000 / part) + "\n" + TEXT + "x\n");
        bombs.put("comments in an address", "To: " + "(".repeat((1 << 20) / part) + "\n" + TEXT + "x\n");
        bombs.put(
                "20,000 recipients",
                "To: " + numbered(20_000 / part, i -> "Person <p" + i + "@x.example>,\n ") + "z@x.example\n" + TEXT
                        + "x\n");
        bombs.put(
                "parameters",
                TEXT.replace("text/plain", "text/plain; " + numbered(20_000 / part, i -> "a*" + i + "*=%C3;\n "))
                        + "x\n");
    }

    private static void html(Map<String, String> bombs, int part) {
        bombs.put("100,000 nested elements", HTML + lines("<div>", 100_000 / part));
        bombs.put("100,000 nested quotations", HTML + lines("<blockquote>", 100_000 / part));
        bombs.put("100,000 tables", HTML + lines("<table><tr><td>", 100_000 / part));
        bombs.put("misnested formatting", HTML + lines("<b><p></b><i><a href=//x.y>", 40_000 / part));
        bombs.put(
                "1 MB of CSS", HTML + "<style>" + lines(".a .b > p{color:red;margin:1px}", 32_000 / part) + "</style>");
        bombs.put(
                "1 MB of braces",
                HTML + "<style>" + lines("{".repeat(70) + "(".repeat(10), 13_000 / part) + "</style>");
        bombs.put(
                "selectors",
                HTML + "<style>" + lines("a,b:not(c,", 100_000 / part) + "{}</style><p style='"
                        + lines("color:", 50_000 / part) + "'>");
        bombs.put("attributes", HTML + "<p " + numbered(50_000 / part, i -> "a" + i + "=x\n") + ">x</p>");
        bombs.put("entities", HTML + lines("&amp;#x26;lt;", 80_000 / part));
        bombs.put("100,000 links", HTML + lines("<a href=http://a.example>b.example</a>", 27_000 / part));
        bombs.put("comments", HTML + lines("<!-- <!--", 100_000 / part));
        bombs.put("an XML bomb", HTML.replace("text/html", "application/xhtml+xml") + XML);
    }

    private static final String XML = "<!DOCTYPE l [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
            + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]>\n<l>&c;</l>\n";

    private static void texts(Map<String, String> bombs, int part) {
        bombs.put("dots and at signs", TEXT + lines("a.a@a.a-", 130_000 / part));
        bombs.put("one line of addresses", TEXT + "http://a.a/".repeat(95_000 / part) + "\n");
        bombs.put("brackets in an address", TEXT + "http://a.example/" + "(".repeat((1 << 20) / part) + "\n");
        bombs.put("quotation marks", TEXT + lines(">".repeat(900), 1_100 / part));
        bombs.put("rising quotations", TEXT + numbered(1_400 / part, i -> ">".repeat(i) + "\n"));
        bombs.put("spaces", TEXT + " ".repeat((1 << 20) / part) + "x\n");
        bombs.put(
                "soft breaks",
                TEXT.replace("text/plain", "text/plain; format=flowed; delsp=yes") + lines("> a ", 200_000 / part));
        bombs.put(
                "shifts", TEXT.replace("text/plain", "text/plain; charset=utf-7") + lines("+-+AGE-+", 100_000 / part));
        bombs.put(
                "escapes",
                TEXT.replace("text/plain", "text/plain; charset=iso-2022-jp")
                        + lines("\u001B$B\u001B(B", 100_000 / part));
    }

    private static void files(Map<String, String> bombs, int part) {
        bombs.put("a table", TEXT.replace("text/plain", "text/csv") + lines(",".repeat(90), 11_000 / part));
        bombs.put(
                "a calendar",
                TEXT.replace("text/plain", "text/calendar") + "BEGIN:VCALENDAR\n"
                        + lines("BEGIN:VTIMEZONE", 15_000 / part)
                        + lines("BEGIN:VEVENT\nDTSTART:20260101\nEND:VEVENT", 10_000 / part));
        bombs.put(
                "a guest list",
                TEXT.replace("text/plain", "text/calendar") + "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260101\n"
                        + lines("ATTENDEE;CN=x:mailto:a@b.example", 8_000 / part) + "END:VEVENT\nEND:VCALENDAR\n");
        bombs.put(
                "contacts",
                TEXT.replace("text/plain", "text/vcard") + lines("BEGIN:VCARD\nFN:x\nEND:VCARD", 10_000 / part));
        bombs.put(
                "delivery reports",
                TEXT.replace("text/plain", "message/delivery-status")
                        + lines("Final-Recipient: rfc822; a@b.example\nAction: failed\n", 20_000 / part));
    }

    private static String lines(String line, int count) {
        return (line + "\n").repeat(count);
    }

    private static String numbered(int count, java.util.function.IntFunction<String> line) {
        return IntStream.range(0, count).mapToObj(line).collect(Collectors.joining());
    }
}
