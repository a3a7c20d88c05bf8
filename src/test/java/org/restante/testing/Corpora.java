package org.restante.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Samples from other projects, kept outside this one: tests over them are skipped where {@code RESTANTE_CORPORA} names no folder. */
public final class Corpora {

    private static final JsonMapper JSON = new JsonMapper();

    private Corpora() {}

    /** One sample of a corpus. */
    public record Sample(String id, String content) {

        @Override
        public String toString() {
            return id;
        }
    }

    /** Returns the folder of the corpora; skips the test where there is none. */
    public static Path folder() {
        String folder = System.getenv("RESTANTE_CORPORA");
        Assumptions.assumeTrue(folder != null, "RESTANTE_CORPORA is not set: skipped");
        return Path.of(folder);
    }

    /** Returns the samples of a file of JSON lines, each with the content of one field. */
    public static Stream<Sample> samples(String file, String field) throws IOException {
        return Files.readAllLines(folder().resolve(file)).stream()
                .map(JSON::readTree)
                .map((JsonNode line) ->
                        new Sample(line.get("id").stringValue(), line.get(field).stringValue()));
    }

    /** Returns the inputs of one kind of injection; none where there are no corpora, for tests that have samples of their own. */
    public static Stream<String> inputs(String kind) throws IOException {
        String folder = System.getenv("RESTANTE_CORPORA");
        if (folder == null) {
            return Stream.empty();
        }
        return Files.readAllLines(Path.of(folder, "injection.jsonl")).stream()
                .map(JSON::readTree)
                .filter(line -> line.get("kind").stringValue().equals(kind))
                .map(line -> line.get("input").stringValue());
    }
}
