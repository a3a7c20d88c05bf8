package org.restante.mime;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;

/**
 * UTF-7 (RFC 2152), for reading only; it is never guessed, since ASCII text that looks harmless may hold markup in
 * it.
 */
final class Utf7 extends Charset {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    Utf7() {
        super("X-RESTANTE-UTF-7", null);
    }

    @Override
    public boolean contains(Charset other) {
        return false;
    }

    @Override
    public boolean canEncode() {
        return false;
    }

    @Override
    public CharsetEncoder newEncoder() {
        throw new UnsupportedOperationException("UTF-7 is only read");
    }

    @Override
    public CharsetDecoder newDecoder() {
        return new Decoder(this);
    }

    private static final class Decoder extends CharsetDecoder {

        private boolean shifted;
        private boolean justShifted;
        private int bits;
        private int bitCount;

        Decoder(Charset charset) {
            super(charset, 1, 1);
        }

        @Override
        protected void implReset() {
            shifted = false;
            bits = 0;
            bitCount = 0;
        }

        @Override
        protected CoderResult decodeLoop(ByteBuffer in, CharBuffer out) {
            while (in.hasRemaining()) {
                if (!out.hasRemaining()) {
                    return CoderResult.OVERFLOW;
                }
                int octet = in.get() & 0xFF;
                if (shifted) {
                    inBase64(octet, out);
                } else if (octet == '+') {
                    shifted = true;
                    justShifted = true;
                } else {
                    out.put((char) octet);
                }
            }
            return CoderResult.UNDERFLOW;
        }

        private void inBase64(int octet, CharBuffer out) {
            int value = ALPHABET.indexOf(octet);
            if (value >= 0) {
                sextet(value, out);
            } else {
                leave(octet, out);
            }
            justShifted = false;
        }

        private void sextet(int value, CharBuffer out) {
            bits = (bits << 6 | value) & 0xFFFFFF;
            bitCount += 6;
            if (bitCount >= 16) {
                bitCount -= 16;
                out.put((char) (bits >> bitCount));
            }
        }

        private void leave(int octet, CharBuffer out) {
            if (octet != '-') {
                out.put((char) octet);
            } else if (justShifted) {
                out.put('+');
            }
            implReset();
        }
    }
}
