package org.restante.submission;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** A message that is passed on as it is, under fields that say by whom, to whom and when (RFC 5322 §3.6.6). */
final class Redirection {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

    private Redirection() {}

    /** Writes the fields and the message, its line ends made CRLF. */
    static void write(Draft draft, ZonedDateTime date, InputStream message, OutputStream target) throws IOException {
        DraftFields fields = draft.fields();
        var lines = new StringBuilder();
        line(lines, "Resent-Date", List.of(DATE.format(date)));
        line(lines, "Resent-From", List.of(fields.sender()));
        line(lines, "Resent-To", Recipients.addresses(Recipients.of(fields.to())));
        line(lines, "Resent-Cc", Recipients.addresses(Recipients.of(fields.cc())));
        line(lines, "Resent-Message-ID", List.of(draft.messageId()));
        target.write(lines.toString().getBytes(StandardCharsets.UTF_8));
        copy(message, target);
    }

    private static void line(StringBuilder lines, String name, List<String> values) {
        if (!values.isEmpty()) {
            lines.append(name)
                    .append(": ")
                    .append(String.join(",\r\n ", values))
                    .append("\r\n");
        }
    }

    private static void copy(InputStream message, OutputStream target) throws IOException {
        byte[] piece = new byte[64 << 10];
        int before = '\n';
        for (int n = message.read(piece); n >= 0; n = message.read(piece)) {
            int start = 0;
            for (int i = 0; i < n; i++) {
                if (piece[i] == '\n' && before != '\r') {
                    target.write(piece, start, i - start);
                    target.write('\r');
                    start = i;
                }
                before = piece[i];
            }
            target.write(piece, start, n - start);
        }
    }
}
