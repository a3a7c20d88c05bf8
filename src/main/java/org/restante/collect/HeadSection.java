package org.restante.collect;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Keeps the header section of a message that passes by, and no more than any has. */
final class HeadSection {

    private static final int MOST = 256 << 10;

    private final ByteArrayOutputStream octets = new ByteArrayOutputStream();

    void take(byte[] piece, int length) {
        octets.write(piece, 0, Math.min(length, MOST - Math.min(MOST, octets.size())));
    }

    byte[] octets() {
        String all = octets.toString(StandardCharsets.ISO_8859_1);
        int end = all.indexOf("\r\n\r\n");
        return (end < 0 ? all : all.substring(0, end + 2)).getBytes(StandardCharsets.ISO_8859_1);
    }
}
