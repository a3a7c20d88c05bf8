package org.restante.mailstore.imap;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.MessageSummary;
import org.restante.mailstore.UidValidity;

/** What a page of 50 rows costs to read: from the server's octets to summaries, and the flags alone. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class AnswerParsingBenchmark {

    private static final int ROWS = 50;
    private static final String ROW = """
            * %1$d FETCH (UID %2$d FLAGS (\\Seen $Label1) INTERNALDATE "23-Nov-2026 10:00:00 +0000" RFC822.SIZE 48213 \
            ENVELOPE ("Mon, 23 Nov 2026 10:00:00 +0000" "=?UTF-8?Q?Fr=C3=BChst=C3=BCck?= on %1$d November" \
            (("Anna Example" NIL "anna" "sender.example")) (("Anna Example" NIL "anna" "sender.example")) \
            (("Anna Example" NIL "anna" "sender.example")) ((NIL NIL "reader" "example.org")) NIL NIL NIL "<%2$d@sender.example>") \
            BODYSTRUCTURE ((("text" "plain" ("charset" "utf-8") NIL NIL "quoted-printable" 812 31 NIL NIL NIL NIL)\
            ("text" "html" ("charset" "utf-8") NIL NIL "quoted-printable" 4120 80 NIL NIL NIL NIL) "alternative" \
            ("boundary" "two") NIL NIL NIL)("application" "pdf" ("name" "Menu.pdf") NIL NIL "base64" 42100 NIL \
            ("attachment" ("filename" "Menu.pdf")) NIL NIL) "mixed" ("boundary" "one") NIL NIL NIL))
            """;

    private final byte[] page = answers(ROW);
    private final byte[] flags = answers("* %1$d FETCH (UID %2$d FLAGS (\\Seen $Label1))\n");

    private static byte[] answers(String row) {
        return IntStream.rangeClosed(1, ROWS)
                .mapToObj(number -> row.formatted(number, 1000 + number))
                .collect(Collectors.joining())
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Returns the rows of a page. */
    @Benchmark
    public List<MessageSummary> summaries() throws IOException {
        return fetched(page).summaries(MailboxName.INBOX, new UidValidity(1));
    }

    /** Returns what is learned of rows that are known already. */
    @Benchmark
    public Object flags() throws IOException {
        return fetched(flags);
    }

    private static Fetched fetched(byte[] octets) throws IOException {
        var reader = new AnswerReader(new ByteArrayInputStream(octets));
        var fetched = new Fetched();
        for (int i = 0; i < ROWS; i++) {
            fetched.take(reader.read());
        }
        return fetched;
    }
}
