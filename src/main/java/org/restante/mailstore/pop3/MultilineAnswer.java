package org.restante.mailstore.pop3;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/**
 * The lines of an answer, without the dots that were stuffed in and without the last line (RFC 1939 §3), as they are received. Only the
 * lone dot ends them: what a server says about the number of octets is not believed. Reading throws
 * {@link org.restante.mailstore.MailFailure}.
 */
final class MultilineAnswer extends InputStream {

    private static final int LONGEST_LINE = 8192;
    private static final int PIECE = 1 << 13;
    private static final int LIMIT_HOLDS_FOR = 1 << 20;

    private final Pop3Wire wire;
    private final byte[] ready = new byte[PIECE + 4];
    private int readyAt;
    private int readyEnd;
    private long rest;
    private int sinceLimit;
    private boolean lineStart = true;
    private boolean finished;

    MultilineAnswer(Pop3Wire wire, long mostOctets) {
        this.wire = wire;
        rest = mostOctets;
    }

    @Override
    public int read() {
        return fill() ? ready[readyAt++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int n = Math.min(length, readyEnd - readyAt);
        System.arraycopy(ready, readyAt, target, offset, n);
        readyAt += n;
        return n;
    }

    private boolean fill() {
        if (readyAt == readyEnd && !finished) {
            readyAt = 0;
            readyEnd = 0;
            if (sinceLimit > LIMIT_HOLDS_FOR) {
                // A large message may take longer than a small one, but not for ever.
                wire.begin();
                sinceLimit = 0;
            }
            wire.guarded(() -> {
                while (!finished && readyEnd < PIECE) {
                    step();
                }
                return null;
            });
            sinceLimit += readyEnd;
        }
        return readyAt < readyEnd;
    }

    private void step() throws IOException {
        int c = wire.next();
        if (lineStart && c == '.') {
            c = wire.next();
            if (c == '\r') {
                c = wire.next();
                if (c != '\n') {
                    add('\r');
                }
            }
            finished = c == '\n';
        }
        if (!finished) {
            add(c);
        }
    }

    private void add(int c) throws IOException {
        if (--rest < 0) {
            throw new GarbledAnswerException("an answer beyond all bounds");
        }
        ready[readyEnd++] = (byte) c;
        lineStart = c == '\n';
    }

    /** Returns the next line without its end, a character for an octet; null after the last one. */
    String line() {
        var line = new StringBuilder();
        int c = read();
        if (c < 0) {
            return null;
        }
        for (; c >= 0 && c != '\n'; c = read()) {
            if (line.length() < LONGEST_LINE) {
                line.append((char) c);
            }
        }
        return line.toString().stripTrailing();
    }

    /** Reads what is left and forgets it. */
    void skip() {
        while (fill()) {
            readyAt = readyEnd;
        }
    }

    /** Breaks the connection where the answer was not read to its end: the rest could be of any length. */
    @Override
    public void close() {
        if (!finished) {
            wire.close();
        }
    }
}
