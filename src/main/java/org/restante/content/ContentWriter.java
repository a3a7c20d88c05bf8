package org.restante.content;

import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes new content, a row at a time, each in a transaction of its own where the caller has none. Closed before it is finished, it leaves nothing. */
public final class ContentWriter extends OutputStream {

    private final Contents contents;
    private final JdbcClient database;
    private final long id;
    private final byte[] chunk = new byte[Contents.CHUNK];
    private int filled;
    private int number;
    private long size;
    private boolean finished;

    ContentWriter(Contents contents, JdbcClient database, long id) {
        this.contents = contents;
        this.database = database;
        this.id = id;
    }

    /** Returns what names the content. */
    public long id() {
        return id;
    }

    /** Returns how many octets were written so far. */
    public long size() {
        return size;
    }

    @Override
    public void write(int octet) {
        chunk[filled++] = (byte) octet;
        size++;
        if (filled == chunk.length) {
            store();
        }
    }

    @Override
    public void write(byte[] octets, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, octets.length);
        for (int done = 0; done < length; ) {
            int n = Math.min(length - done, chunk.length - filled);
            System.arraycopy(octets, offset + done, chunk, filled, n);
            filled += n;
            size += n;
            done += n;
            if (filled == chunk.length) {
                store();
            }
        }
    }

    private void store() {
        database.sql("insert into content_chunk (content_id, number, octets) values (:id, :number, :octets)")
                .param("id", id)
                .param("number", number)
                .param("octets", Arrays.copyOf(chunk, filled))
                .update();
        number++;
        filled = 0;
    }

    /** Makes the content whole; in the caller's transaction, if there is one. */
    public void finish() {
        if (filled > 0) {
            store();
        }
        database.sql("update content set size = :size where id = :id")
                .param("size", size)
                .param("id", id)
                .update();
        finished = true;
    }

    /** Removes the content if it is not finished. */
    @Override
    public void close() {
        if (!finished) {
            contents.delete(List.of(id));
        }
    }
}
