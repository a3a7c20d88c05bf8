package org.restante.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ChartReadmeTest {

    private static final Path README = Path.of("helm/restante/README.md");

    private final String values = Files.readString(Path.of("helm/restante/values.yaml"));

    ChartReadmeTest() throws IOException {}

    @Test
    void every_value_is_explained() {
        assertThat(ChartReadme.unexplained(values)).isEmpty();
    }

    /** With {@code -Drestante.write-docs=true} it is written instead. */
    @Test
    void the_readme_has_them_all() throws IOException {
        String readme = Files.readString(README);
        String expected = ChartReadme.with(values, readme);
        if (Boolean.getBoolean("restante.write-docs")) {
            Files.writeString(README, expected);
        } else {
            assertThat(readme).isEqualTo(expected);
        }
    }
}
