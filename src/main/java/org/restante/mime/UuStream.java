package org.restante.mime;

import java.io.IOException;
import java.io.InputStream;

/** Uuencode: lines of a length and groups of four, between {@code begin} and {@code end}. */
final class UuStream extends DecodingStream {

    private static final int LONGEST_LINE = 128;

    private boolean begun;

    UuStream(InputStream source) {
        super(source);
    }

    @Override
    boolean step() throws IOException {
        String line = line();
        if (line == null || begun && line.equals("end")) {
            return false;
        }
        if (begun) {
            decode(line);
        } else {
            begun = line.startsWith("begin ");
        }
        return true;
    }

    private String line() throws IOException {
        if (peek() < 0) {
            return null;
        }
        StringBuilder line = new StringBuilder();
        for (int c = next(); c >= 0 && c != '\n'; c = next()) {
            if (line.length() < LONGEST_LINE && c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    private void decode(String line) {
        int left = line.isEmpty() ? 0 : value(line, 0);
        for (int i = 1; left > 0 && i < line.length(); i += 4) {
            int group = value(line, i) << 18 | value(line, i + 1) << 12 | value(line, i + 2) << 6 | value(line, i + 3);
            for (int shift = 16; shift >= 0 && left > 0; shift -= 8, left--) {
                emit(group >> shift);
            }
        }
    }

    /** Trailing spaces, which stand for zero, are often lost on the way. */
    private static int value(String line, int index) {
        return index < line.length() ? (line.charAt(index) - ' ') & 0x3F : 0;
    }
}
