package org.restante.mailstore.local;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import org.restante.mailstore.Flag;
import org.restante.mailstore.MessageRef;
import org.restante.mailstore.MessageSummary;
import org.restante.mailstore.ThreadedMessage;
import org.restante.mailstore.Uid;
import org.restante.mime.Envelope;
import org.restante.mime.EnvelopeParser;
import org.restante.mime.HeaderFields;
import org.restante.mime.Part;
import org.restante.mime.StructureParser;

/**
 * A message as it lies in the database.
 *
 * @param uidl what names it in its maildrop: see {@link Arrivals}; begins with a space where the message lies here alone
 * @param header as {@link StoredHeader} keeps it; empty until it is fetched
 * @param structure as {@link StoredStructure} writes it; empty until the message was opened once
 * @param content where the whole message lies; empty while it does not
 * @param kept whether the content lies here for good
 */
record MessageRow(
        long id,
        Uid uid,
        String uidl,
        long size,
        Instant received,
        Set<Flag> flags,
        Optional<byte[]> header,
        Optional<String> structure,
        Optional<Long> content,
        boolean kept) {

    static MessageRow read(ResultSet row) throws SQLException {
        long content = row.getLong("content_id");
        boolean hasContent = !row.wasNull();
        return new MessageRow(
                row.getLong("id"),
                new Uid(row.getLong("uid")),
                row.getString("uidl"),
                row.getLong("size"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                Flags.read(row.getBoolean("seen"), row.getString("flags")),
                Optional.ofNullable(row.getBytes("header")),
                Optional.ofNullable(row.getString("structure")),
                hasContent ? Optional.of(content) : Optional.empty(),
                row.getBoolean("kept"));
    }

    MessageSummary summary(Box box) {
        byte[] octets = header.orElse(new byte[0]);
        return new MessageSummary(
                new MessageRef(box.name(), box.uidValidity(), uid),
                flags,
                header.isEmpty() ? Envelope.empty() : EnvelopeParser.of(HeaderFields.parse(octets)),
                received,
                size,
                structure.map(json -> StoredStructure.read(json).root()).orElseGet(() -> rootOf(octets)));
    }

    ThreadedMessage threaded(Box box) {
        HeaderFields fields = HeaderFields.parse(header.orElse(new byte[0]));
        Envelope envelope = EnvelopeParser.of(fields);
        return ThreadedMessage.of(
                new MessageRef(box.name(), box.uidValidity(), uid),
                envelope.messageId(),
                fields.text("references"),
                envelope.inReplyTo(),
                envelope.subject(),
                envelope.date().map(OffsetDateTime::toInstant).orElse(received));
    }

    /** Before the content is there, the header section says at least what the root is. */
    private static Part rootOf(byte[] header) {
        var parser = new StructureParser();
        parser.write(header, 0, header.length);
        return parser.finish().root();
    }
}
