package org.restante.mime;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * Base64 (RFC 2045 §6.8) as it is found: octets off the alphabet are skipped, padding may be missing, and what
 * follows padding counts as a new
 * beginning, since some senders join encoded pieces.
 */
final class Base64Stream extends DecodingStream {

    private static final byte[] VALUES = new byte[256];

    static {
        Arrays.fill(VALUES, (byte) -1);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for (int i = 0; i < alphabet.length(); i++) {
            VALUES[alphabet.charAt(i)] = (byte) i;
        }
    }

    private int bits;
    private int count;

    Base64Stream(InputStream source) {
        super(source);
    }

    /** Returns the octets of encoded text. */
    static byte[] decode(String encoded) {
        byte[] source = encoded.getBytes(StandardCharsets.ISO_8859_1);
        if (isFlawless(source)) {
            return Base64.getDecoder().decode(source);
        }
        try (InputStream stream = new Base64Stream(new ByteArrayInputStream(source))) {
            return stream.readAllBytes();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Whole groups of the alphabet alone, padded at the end if at all: most text is so, and is decoded faster. */
    private static boolean isFlawless(byte[] source) {
        int end = source.length;
        while (end > 0 && source.length - end < 2 && source[end - 1] == '=') {
            end--;
        }
        for (int i = 0; i < end; i++) {
            if (VALUES[source[i] & 0xFF] < 0) {
                return false;
            }
        }
        return source.length % 4 == 0;
    }

    /** Returns how many characters of a text carry six bits each. */
    static int digits(CharSequence encoded) {
        int digits = 0;
        for (int i = 0; i < encoded.length(); i++) {
            char c = encoded.charAt(i);
            digits += c < 256 && VALUES[c] >= 0 ? 1 : 0;
        }
        return digits;
    }

    @Override
    boolean step() throws IOException {
        int octet = next();
        if (octet < 0 || octet == '=') {
            flush();
            return octet >= 0;
        }
        int value = VALUES[octet];
        if (value >= 0) {
            bits = bits << 6 | value;
            if (++count == 4) {
                flush();
            }
        }
        return true;
    }

    private void flush() {
        int group = bits << 6 * (4 - count);
        for (int i = 0; i < count - 1; i++) {
            emit(group >> 16 - 8 * i);
        }
        bits = 0;
        count = 0;
    }
}
