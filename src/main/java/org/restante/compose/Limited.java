package org.restante.compose;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads no more than is allowed; what goes on after that is an error, not an end. */
final class Limited extends FilterInputStream {

    /** There was more. */
    static final class TooMuch extends IOException {}

    private long left;

    Limited(InputStream source, long most) {
        super(source);
        left = most;
    }

    @Override
    public int read() throws IOException {
        int octet = in.read();
        return counted(octet < 0 ? -1 : 1) < 0 ? -1 : octet;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        return counted(in.read(target, offset, length));
    }

    private int counted(int read) throws IOException {
        left -= Math.max(0, read);
        if (left < 0) {
            throw new TooMuch();
        }
        return read;
    }
}
