package org.restante.mailstore.imap;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** What a server says compressed (RFC 4978), as it is meant; tells truly whether something can be read without waiting. */
final class InflatedInput extends InputStream {

    private static final int SIZE = 1 << 12;

    private final InputStream in;
    private final Inflater inflater = new Inflater(true);
    private final byte[] compressed = new byte[SIZE];
    private final byte[] plain = new byte[SIZE];
    private int at;
    private int end;

    InflatedInput(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (at == end && !inflate()) {
            int count = in.read(compressed);
            if (count < 0) {
                return -1;
            }
            inflater.setInput(compressed, 0, count);
        }
        int count = Math.min(length, end - at);
        System.arraycopy(plain, at, target, offset, count);
        at += count;
        return count;
    }

    /** Returns whether there is something to read now. */
    private boolean inflate() throws IOException {
        try {
            at = 0;
            end = inflater.inflate(plain);
            if (end == 0 && (inflater.finished() || inflater.needsDictionary())) {
                throw new GarbledAnswerException("the server ended the compression");
            }
            return end > 0;
        } catch (DataFormatException e) {
            throw new GarbledAnswerException("what the server compressed cannot be read");
        }
    }

    @Override
    public int available() throws IOException {
        while (at == end && !inflate() && in.available() > 0) {
            int count = in.read(compressed, 0, Math.min(SIZE, in.available()));
            if (count < 0) {
                return 0;
            }
            inflater.setInput(compressed, 0, count);
        }
        return end - at;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
