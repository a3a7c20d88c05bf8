package org.restante.mime;

import java.io.IOException;
import java.io.InputStream;

/**
 * Quoted-printable (RFC 2045 §6.7) as it is found: broken escapes stay as they are, white space at the end of a line
 * goes.
 */
final class QuotedPrintableStream extends DecodingStream {

    /** Lines are at most 76 characters; white space longer than this is no padding added on the way. */
    private static final int LONGEST_WHITE_SPACE = 1000;

    private final StringBuilder whiteSpace = new StringBuilder();

    QuotedPrintableStream(InputStream source) {
        super(source);
    }

    @Override
    boolean step() throws IOException {
        int octet = next();
        if (octet == ' ' || octet == '\t') {
            whiteSpace.append((char) octet);
            if (whiteSpace.length() == LONGEST_WHITE_SPACE) {
                emitWhiteSpace();
            }
            return true;
        }
        if (octet < 0 || octet == '\r' || octet == '\n') {
            whiteSpace.setLength(0);
        }
        emitWhiteSpace();
        if (octet == '=') {
            escape();
        } else if (octet >= 0) {
            emit(octet);
        }
        return octet >= 0;
    }

    private void emitWhiteSpace() {
        for (int i = 0; i < whiteSpace.length(); i++) {
            emit(whiteSpace.charAt(i));
        }
        whiteSpace.setLength(0);
    }

    private void escape() throws IOException {
        int first = peek();
        if (first < 0 || first == '\n' || first == '\r' || first == ' ' || first == '\t') {
            softBreak();
            return;
        }
        if (Hex.octet(first, '0') < 0) {
            emit('=');
            return;
        }
        next();
        int octet = Hex.octet(first, peek());
        if (octet < 0) {
            emit('=');
            emit(first);
        } else {
            next();
            emit(octet);
        }
    }

    private void softBreak() throws IOException {
        StringBuilder padding = new StringBuilder();
        while ((peek() == ' ' || peek() == '\t') && padding.length() < LONGEST_WHITE_SPACE) {
            padding.append((char) next());
        }
        if (peek() == '\r') {
            next();
            if (peek() == '\n') {
                next();
            }
        } else if (peek() == '\n') {
            next();
        } else if (peek() >= 0) {
            emit('=');
            whiteSpace.append(padding);
        }
    }
}
