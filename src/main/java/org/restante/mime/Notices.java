package org.restante.mime;

/** What the reader of a message is told about what is missing, as plain text in their language. */
public interface Notices {

    /** Returns the name of their language (RFC 5646). */
    String language();

    /** Names quoted history that is folded. */
    String quotation();

    /** Names a message that is shown within another. */
    String nested();

    /** Names a field of a nested message. */
    String field(Field field);

    /** Says what a mail server reports about a message to somebody. */
    String report(DeliveryReport.Recipient recipient);

    /** Says that the message is encrypted. */
    String encrypted();

    /**
     * Says that a part lies elsewhere (RFC 2046 §5.2.3).
     *
     * @param where a name or an address, as the message has it
     */
    String external(String where);

    /** Fields of nested messages that are shown. */
    enum Field {
        FROM,
        TO,
        DATE
    }

    /** Says that only the beginning is shown. */
    String truncated();

    /** Says that not all parts are shown. */
    String incomplete();
}
