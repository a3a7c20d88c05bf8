package org.restante.submission;

import java.io.IOException;
import java.io.OutputStream;

/** Writes messages in their form for the wire (RFC 5322, RFC 2045). */
public interface MessageWriter {

    /**
     * Writes a message, with CRLF at the ends of its lines; files pass as streams.
     *
     * @throws IOException where a file cannot be read or the target cannot be written
     */
    void write(Composition message, OutputStream target) throws IOException;
}
