package org.restante.mime;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * The header fields that lists and headings show (RFC 9051 §7.5.2 ENVELOPE), decoded.
 *
 * @param date the Date field; empty where it is missing or unreadable
 * @param subject the subject, empty where there is none
 * @param messageId the Message-ID with its angle brackets, empty where there is none
 */
public record Envelope(
        Optional<OffsetDateTime> date,
        String subject,
        List<Address> from,
        List<Address> replyTo,
        List<Address> to,
        List<Address> cc,
        List<Address> bcc,
        String inReplyTo,
        String messageId) {

    /** Returns an envelope without any field. */
    public static Envelope empty() {
        return new Envelope(Optional.empty(), "", List.of(), List.of(), List.of(), List.of(), List.of(), "", "");
    }
}
