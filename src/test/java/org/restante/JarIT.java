package org.restante;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JarIT {

    @Test
    void starts_the_application_and_not_the_demo() throws IOException {
        try (Stream<Path> built = Files.list(Path.of("target"))) {
            Path path = built.filter(file -> file.toString().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow();
            try (var jar = new JarFile(path.toFile())) {
                assertThat(jar.getManifest().getMainAttributes().getValue("Start-Class"))
                        .isEqualTo(RestanteApplication.class.getName());
            }
        }
    }
}
