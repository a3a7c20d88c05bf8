package org.restante.content;

import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** The content that lies in the database. None of it is held in memory as a whole, and no transaction lasts as long as a stream. */
@Component
public class Contents {

    static final int CHUNK = 256 << 10;

    private final JdbcClient database;

    public Contents(JdbcClient database) {
        this.database = database;
    }

    /** Begins new content; it is there for readers once {@link ContentWriter#finish} has returned. */
    public ContentWriter create() {
        var key = new GeneratedKeyHolder();
        database.sql("insert into content (created_at) values (current_timestamp)")
                .update(key, "id");
        return new ContentWriter(database, key.getKeyAs(Long.class));
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
        database.sql("insert into content_chunk (content_id, number, octets)"
                        + " select :copy, number, octets from content_chunk where content_id = :id")
                .param("copy", copy)
                .param("id", id)
                .update();
        return copy;
    }

    /** Removes content; whoever reads it then gets an {@link java.io.IOException}. */
    public void delete(Collection<Long> ids) {
        if (!ids.isEmpty()) {
            database.sql("delete from content where id in (:ids)")
                    .param("ids", List.copyOf(ids))
                    .update();
        }
    }

    /** Removes what was begun a day ago and never finished, such as by a process that was killed. */
    int deleteAbandoned() {
        return database.sql(
                        "delete from content where size is null and created_at < current_timestamp - interval '1' day")
                .update();
    }
}
