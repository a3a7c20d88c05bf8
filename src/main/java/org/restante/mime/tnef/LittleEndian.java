package org.restante.mime.tnef;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** Reads numbers whose first octet is the least, and counts what was read. Never takes more memory than it is told to keep. */
final class LittleEndian {

    private final InputStream source;
    private long at;

    LittleEndian(InputStream source) {
        this.source = source;
    }

    /** Returns how many octets were read. */
    long at() {
        return at;
    }

    int octet() throws IOException {
        int octet = source.read();
        if (octet < 0) {
            throw new EOFException();
        }
        at++;
        return octet;
    }

    int uint16() throws IOException {
        return octet() | octet() << 8;
    }

    long uint32() throws IOException {
        return uint16() | (long) uint16() << 16;
    }

    /** Reads so many octets, or fewer where the source ends, and returns the first of them. */
    byte[] keep(long length, int most) throws IOException {
        byte[] kept = source.readNBytes((int) Math.max(0, Math.min(length, most)));
        at += kept.length;
        skip(length - kept.length);
        return kept;
    }

    /** Passes over so many octets, or to the end of the source; returns how many there were. */
    long skip(long length) throws IOException {
        byte[] passed = new byte[(int) Math.min(Math.max(length, 0), 8192)];
        long before = at;
        while (at - before < length) {
            int some = source.read(passed, 0, (int) Math.min(passed.length, length - (at - before)));
            if (some < 0) {
                break;
            }
            at += some;
        }
        return at - before;
    }

    /** Returns the next octets as a stream of their own. */
    InputStream stream(long length) {
        return new Limited(source, length);
    }

    /** The beginning of another stream. */
    private static final class Limited extends InputStream {

        private final InputStream source;
        private long left;

        Limited(InputStream source, long left) {
            this.source = source;
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            int octet = left > 0 ? source.read() : -1;
            left--;
            return octet;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (left <= 0) {
                return length == 0 ? 0 : -1;
            }
            int some = source.read(target, offset, (int) Math.min(length, left));
            left -= Math.max(some, 0);
            return some;
        }

        @Override
        public void close() throws IOException {
            source.close();
        }
    }
}
