package org.restante.mailstore.imap;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Says things to a server that expects them compressed (RFC 4978), as stored blocks (RFC 1951 §3.2.4): commands are short, and a
 * compressor for each connection would take a quarter of a megabyte.
 */
final class StoredOutput extends OutputStream {

    private static final int LONGEST = 0xFFFF;
    private static final int HEADER = 5;

    private final OutputStream out;

    StoredOutput(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] octets, int offset, int length) throws IOException {
        for (int from = 0; from < length; from += LONGEST) {
            int count = Math.min(LONGEST, length - from);
            byte[] block = new byte[HEADER + count];
            block[1] = (byte) count;
            block[2] = (byte) (count >> 8);
            block[3] = (byte) ~count;
            block[4] = (byte) (~count >> 8);
            System.arraycopy(octets, offset + from, block, HEADER, count);
            out.write(block);
        }
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }
}
