package org.restante.content;

import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** The content that lies in the database. None of it is held in memory as a whole, and no transaction lasts as long as a stream. */
@Component
public class Contents {

    static final int CHUNK = 256 << 10;

    /** A database may hold all rows that one statement touches in memory, as H2 does: no statement touches more. */
    private static final int CHUNKS_AT_ONCE = 16;

    private final JdbcClient database;

    public Contents(JdbcClient database) {
        this.database = database;
    }

    /** Begins new content; it is there for readers once {@link ContentWriter#finish} has returned. */
    public ContentWriter create() {
        var key = new GeneratedKeyHolder();
        database.sql("insert into content (created_at) values (current_timestamp)")
                .update(key, "id");
        return new ContentWriter(this, database, key.getKeyAs(Long.class));
    }

    /**
     * Returns a part of finished content.
     *
     * @param start how many octets to pass over
     * @param length how many octets to read at most
     */
    public InputStream read(long id, long start, long length) {
        return new ContentStream(database, id, start, length);
    }

    /** Returns all of finished content. */
    public InputStream read(long id) {
        return read(id, 0, Long.MAX_VALUE);
    }

    /** Returns the id of finished content that is the same; in the caller's transaction. */
    public long copy(long id) {
        var key = new GeneratedKeyHolder();
        database.sql(
                        "insert into content (size, created_at) select size, current_timestamp from content where id = :id")
                .param("id", id)
                .update(key, "id");
        long copy = key.getKeyAs(Long.class);
        for (int from = 0; copyChunks(id, copy, from) == CHUNKS_AT_ONCE; from += CHUNKS_AT_ONCE) {}
        return copy;
    }

    private int copyChunks(long id, long copy, int from) {
        return database.sql("insert into content_chunk (content_id, number, octets) select :copy, number, octets"
                        + " from content_chunk where content_id = :id and number >= :from and number < :end")
                .param("copy", copy)
                .param("id", id)
                .param("from", from)
                .param("end", from + CHUNKS_AT_ONCE)
                .update();
    }

    /** Removes content; whoever reads it then gets an {@link java.io.IOException}. */
    public void delete(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return;
        }
        database.sql("select content_id, max(number) from content_chunk where content_id in (:ids)"
                        + " group by content_id having max(number) >= :few")
                .param("ids", List.copyOf(ids))
                .param("few", CHUNKS_AT_ONCE)
                .query((row, number) -> Map.entry(row.getLong(1), row.getInt(2)))
                .list()
                .forEach(large -> deleteChunks(large.getKey(), large.getValue()));
        database.sql("delete from content where id in (:ids)")
                .param("ids", List.copyOf(ids))
                .update();
    }

    private void deleteChunks(long id, int last) {
        for (int from = 0; from <= last; from += CHUNKS_AT_ONCE) {
            database.sql("delete from content_chunk where content_id = :id and number >= :from and number < :end")
                    .param("id", id)
                    .param("from", from)
                    .param("end", from + CHUNKS_AT_ONCE)
                    .update();
        }
    }

    /** Removes what was begun a day ago and never finished, such as by a process that was killed. */
    int deleteAbandoned() {
        List<Long> abandoned = database.sql(
                        "select id from content where size is null and created_at < current_timestamp - interval '1' day")
                .query(Long.class)
                .list();
        delete(abandoned);
        return abandoned.size();
    }
}
