package org.restante.mime;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the fields that lists and headings show, as a server reads them for ENVELOPE (RFC 9051 §7.5.2). */
public final class EnvelopeParser {

    private EnvelopeParser() {}

    /** Returns the envelope; never throws. */
    public static Envelope of(HeaderFields fields) {
        List<Address> from = addresses(fields, "From");
        List<Address> sender = addresses(fields, "Sender");
        List<Address> author = from.isEmpty() ? sender : from;
        List<Address> replyTo = addresses(fields, "Reply-To");
        return new Envelope(
                DateField.parse(new String(fields.first("Date"), StandardCharsets.ISO_8859_1)),
                fields.text("Subject"),
                author,
                replyTo.isEmpty() ? author : replyTo,
                addresses(fields, "To"),
                addresses(fields, "Cc"),
                addresses(fields, "Bcc"),
                fields.text("In-Reply-To"),
                fields.text("Message-ID"));
    }

    /** Fields that must not be repeated are, and then all of them count. */
    private static List<Address> addresses(HeaderFields fields, String name) {
        return fields.all(name)
                .flatMap(body -> AddressParser.parse(body).stream())
                .toList();
    }
}
