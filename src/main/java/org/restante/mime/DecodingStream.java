package org.restante.mime;

import java.io.IOException;
import java.io.InputStream;

/** A stream that decodes another one as it is read, in constant memory; like all input streams it serves one reader. */
abstract class DecodingStream extends InputStream {

    private static final int CHUNK = 8192;

    private final InputStream source;
    private final byte[] in = new byte[CHUNK];
    private int inPosition;
    private int inEnd;
    private byte[] out = new byte[256];
    private int outPosition;
    private int outEnd;
    private boolean finished;

    DecodingStream(InputStream source) {
        this.source = source;
    }

    /** Decodes one step by {@link #next} and {@link #emit}; returns false at the end of the source. */
    abstract boolean step() throws IOException;

    /** Returns the next octet of the source, or -1 at its end. */
    final int next() throws IOException {
        return peek() < 0 ? -1 : in[inPosition++] & 0xFF;
    }

    /** Returns the octet that {@link #next} will return, without taking it. */
    final int peek() throws IOException {
        if (inPosition == inEnd) {
            inPosition = 0;
            inEnd = Math.max(0, source.read(in, 0, in.length));
        }
        return inEnd == 0 ? -1 : in[inPosition] & 0xFF;
    }

    final void emit(int octet) {
        if (outEnd == out.length) {
            out = java.util.Arrays.copyOf(out, out.length * 2);
        }
        out[outEnd++] = (byte) octet;
    }

    @Override
    public final int read() throws IOException {
        return fill() ? out[outPosition++] & 0xFF : -1;
    }

    @Override
    public final int read(byte[] target, int offset, int length) throws IOException {
        java.util.Objects.checkFromIndexSize(offset, length, target.length);
        int done = 0;
        while (done < length && fill()) {
            int some = Math.min(length - done, outEnd - outPosition);
            System.arraycopy(out, outPosition, target, offset + done, some);
            outPosition += some;
            done += some;
        }
        return done == 0 && length > 0 ? -1 : done;
    }

    private boolean fill() throws IOException {
        if (outPosition < outEnd) {
            return true;
        }
        outPosition = 0;
        outEnd = 0;
        while (!finished && outEnd < out.length / 2) {
            finished = !step();
        }
        return outEnd > 0;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
