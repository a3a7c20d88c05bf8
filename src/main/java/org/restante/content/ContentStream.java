package org.restante.content;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads content a row at a time, each when it is needed. */
final class ContentStream extends InputStream {

    private final JdbcClient database;
    private final long id;
    private final long start;
    private final long length;
    private long end = -1;
    private long at;
    private byte[] chunk = {};
    private long chunkStart;

    ContentStream(JdbcClient database, long id, long start, long length) {
        this.database = database;
        this.id = id;
        this.start = start;
        this.length = length;
        at = start;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int count) throws IOException {
        Objects.checkFromIndexSize(offset, count, target.length);
        if (count == 0) {
            return 0;
        }
        if (at >= end()) {
            return -1;
        }
        if (at < chunkStart || at >= chunkStart + chunk.length) {
            load((int) (at / Contents.CHUNK));
        }
        int within = (int) (at - chunkStart);
        int n = (int) Math.min(Math.min(count, chunk.length - within), end - at);
        System.arraycopy(chunk, within, target, offset, n);
        at += n;
        return n;
    }

    private long end() throws IOException {
        if (end < 0) {
            long size = database.sql("select size from content where id = :id and size is not null")
                    .param("id", id)
                    .query(Long.class)
                    .optional()
                    .orElseThrow(() -> new FileNotFoundException("the content is gone"));
            end = length > size - start ? size : start + length;
        }
        return end;
    }

    private void load(int number) throws IOException {
        chunk = database.sql("select octets from content_chunk where content_id = :id and number = :number")
                .param("id", id)
                .param("number", number)
                .query((row, index) -> row.getBytes(1))
                .optional()
                .orElseThrow(() -> new FileNotFoundException("the content is gone"));
        chunkStart = (long) number * Contents.CHUNK;
        if (at >= chunkStart + chunk.length) {
            throw new FileNotFoundException("the content is cut short");
        }
    }
}
