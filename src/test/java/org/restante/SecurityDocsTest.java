package org.restante;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tests that docs/security.md names are there. */
class SecurityDocsTest {

    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+(?:Test|IT))\\.(\\w+)`");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d+) \\|");

    private final String page = Files.readString(Path.of("docs/security.md"));

    SecurityDocsTest() throws IOException {}

    @Test
    void every_named_test_exists() throws IOException {
        Map<String, String> sources = sources();
        Matcher named = NAMED.matcher(page);
        while (named.find()) {
            assertThat(sources).containsKey(named.group(1));
            assertThat(sources.get(named.group(1))).as(named.group(1)).contains("void " + named.group(2) + "(");
        }
    }

    @Test
    void every_requirement_has_its_row() {
        assertThat(ROW.matcher(page).results().map(row -> Integer.valueOf(row.group(1))))
                .containsExactlyElementsOf(Stream.of(
                                IntStream.rangeClosed(1, 17),
                                IntStream.rangeClosed(26, 33),
                                IntStream.rangeClosed(40, 43))
                        .flatMap(IntStream::boxed)
                        .toList());
    }

    private static Map<String, String> sources() throws IOException {
        Map<String, String> sources = new HashMap<>();
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                sources.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
            }
        }
        return sources;
    }
}
