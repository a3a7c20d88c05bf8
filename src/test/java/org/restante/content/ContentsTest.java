package org.restante.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.restante.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

class ContentsTest {

    private JdbcClient database;
    private Contents contents;

    /** Returns the database under test. */
    protected DataSource source() {
        return TestDatabase.h2();
    }

    @BeforeEach
    void connect() {
        database = JdbcClient.create(source());
        contents = new Contents(database);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, Contents.CHUNK - 1, Contents.CHUNK, Contents.CHUNK + 1, 3 * Contents.CHUNK + 17})
    void what_was_written_is_read(int size) throws IOException {
        byte[] octets = random(size);
        long id = write(octets);

        assertThat(contents.read(id).readAllBytes()).isEqualTo(octets);
        int start = size / 3;
        int length = size / 2;
        assertThat(contents.read(id, start, length).readAllBytes())
                .isEqualTo(Arrays.copyOfRange(octets, start, start + length));
        assertThat(contents.read(id, size, 10).readAllBytes()).isEmpty();
    }

    @Test
    void what_is_not_finished_is_never_read_and_leaves_nothing() throws IOException {
        long id;
        try (ContentWriter writer = contents.create()) {
            id = writer.id();
            writer.write(random(2 * Contents.CHUNK));
            assertThatThrownBy(() -> contents.read(id).read()).isInstanceOf(IOException.class);
        }
        assertThat(rows(id)).isZero();
    }

    @Test
    void what_a_killed_process_began_is_removed_after_a_day() throws IOException {
        long abandoned = contents.create().id();
        long young = contents.create().id();
        long finished = write(random(10));
        database.sql("update content set created_at = current_timestamp - interval '25' hour where id in (:ids)")
                .param("ids", List.of(abandoned, finished))
                .update();

        contents.deleteAbandoned();
        assertThat(database.sql("select id from content where id in (:ids)")
                        .param("ids", List.of(abandoned, young, finished))
                        .query(Long.class)
                        .list())
                .containsExactlyInAnyOrder(young, finished);
    }

    @Test
    void what_was_removed_is_gone_for_its_readers() throws IOException {
        long id = write(random(3 * Contents.CHUNK));
        var reader = contents.read(id);
        reader.readNBytes(10);
        contents.delete(List.of(id));

        assertThatThrownBy(reader::readAllBytes).isInstanceOf(IOException.class);
        assertThat(rows(id)).isZero();
    }

    @Test
    void what_has_many_chunks_is_copied_and_removed_like_anything_else() throws IOException {
        byte[] octets = random(33 * Contents.CHUNK + 5);
        long id = write(octets);
        long small = write(random(10));
        long copy = contents.copy(id);
        contents.delete(List.of(small, id));

        assertThat(contents.read(copy).readAllBytes()).isEqualTo(octets);
        assertThat(rows(id) + rows(small)).isZero();
        assertThatThrownBy(() -> contents.read(id).read()).isInstanceOf(IOException.class);
    }

    private long write(byte[] octets) throws IOException {
        try (ContentWriter writer = contents.create()) {
            writer.write(octets);
            writer.finish();
            assertThat(writer.size()).isEqualTo(octets.length);
            return writer.id();
        }
    }

    private long rows(long id) {
        return database.sql("select count(*) from content_chunk where content_id = :id")
                .param("id", id)
                .query(Long.class)
                .single();
    }

    private static byte[] random(int size) {
        byte[] octets = new byte[size];
        new Random(size).nextBytes(octets);
        return octets;
    }
}
