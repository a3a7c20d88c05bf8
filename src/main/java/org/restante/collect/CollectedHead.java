package org.restante.collect;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.restante.mime.DateField;
import org.restante.mime.HeaderFields;

/**
 * What is known of a message that is collected.
 *
 * @param prefix what is put before it: a mark against loops and, where it has none, a Message-ID
 * @param messageId by which it is found again
 * @param content where it lies meanwhile
 * @param size octets without the prefix
 */
record CollectedHead(HeaderFields fields, byte[] prefix, String messageId, long content, long size) {

    /**
     * @param name names the message, so that its Message-ID is the same whenever it is collected
     */
    static CollectedHead of(byte[] section, long content, long size, String mark, String name) {
        HeaderFields fields = HeaderFields.parse(section);
        String given = fields.text("Message-ID").strip();
        boolean usable = given.matches("<[\\x21-\\x7e]{1,900}>");
        String made = "<" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)) + "@collected.invalid>";
        String prefix = LoopMarks.FIELD + ": " + mark + "\r\n" + (usable ? "" : "Message-ID: " + made + "\r\n");
        return new CollectedHead(
                fields, prefix.getBytes(StandardCharsets.US_ASCII), usable ? given : made, content, size);
    }

    String subject() {
        return fields.text("Subject");
    }

    /** Returns when its last server took it in, as far as it says so. */
    Instant received(Instant now) {
        String trace = new String(fields.first("Received"), StandardCharsets.ISO_8859_1);
        return DateField.parse(trace.substring(trace.lastIndexOf(';') + 1)
                        .replaceAll("[\\r\\n\\t]+", " ")
                        .strip())
                .map(OffsetDateTime::toInstant)
                .filter(at -> at.isBefore(now))
                .orElse(now);
    }
}
