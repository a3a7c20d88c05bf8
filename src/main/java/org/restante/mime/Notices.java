package org.restante.mime;

/** What the reader of a message is told about what is missing, as plain text in their language. */
public interface Notices {

    /** Returns the name of their language (RFC 5646). */
    String language();

    /** Says that pictures and the like of other sites were left out. */
    String remoteBlocked(int count);

    /** Says that only the beginning is shown. */
    String truncated();
}
