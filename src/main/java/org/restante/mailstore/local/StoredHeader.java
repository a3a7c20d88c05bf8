package org.restante.mailstore.local;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.restante.mime.DateField;
import org.restante.mime.HeaderFields;

/**
 * What is kept of a header section.
 *
 * @param octets the fields that lists need, as they came; bounded
 * @param received when the last server took the message in; empty where that is not said
 */
record StoredHeader(byte[] octets, Optional<Instant> received) {

    private static final Set<String> KEPT = Set.of(
            "from",
            "sender",
            "reply-to",
            "to",
            "cc",
            "bcc",
            "subject",
            "date",
            "message-id",
            "in-reply-to",
            "references",
            "mime-version",
            "content-type",
            "content-transfer-encoding",
            "content-disposition",
            "content-id",
            "list-id");
    private static final int LONGEST_FIELD = 8 << 10;
    private static final int MOST = 32 << 10;

    static StoredHeader of(byte[] section) {
        HeaderFields fields = HeaderFields.parse(section);
        var kept = new ByteArrayOutputStream();
        for (HeaderFields.Field field : fields.all()) {
            int length = Math.min(field.body().length, LONGEST_FIELD);
            if (KEPT.contains(field.name().toLowerCase(Locale.ROOT))
                    && kept.size() + field.name().length() + length < MOST) {
                kept.writeBytes((field.name() + ":").getBytes(StandardCharsets.ISO_8859_1));
                kept.write(field.body(), 0, length);
                kept.writeBytes(new byte[] {'\r', '\n'});
            }
        }
        return new StoredHeader(kept.toByteArray(), received(fields));
    }

    /** POP3 has no INTERNALDATE: the topmost Received field says it (RFC 5321 §4.4), else the author's date. */
    private static Optional<Instant> received(HeaderFields fields) {
        String trace = new String(fields.first("Received"), StandardCharsets.ISO_8859_1);
        String date = new String(fields.first("Date"), StandardCharsets.ISO_8859_1);
        return date(trace.substring(trace.lastIndexOf(';') + 1))
                .or(() -> date(date))
                .map(OffsetDateTime::toInstant);
    }

    private static Optional<OffsetDateTime> date(String text) {
        return DateField.parse(text.replaceAll("[\\r\\n\\t]+", " ").strip());
    }
}
