package org.restante;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JarIT {

    @Test
    void starts_the_application_and_not_the_demo() throws IOException {
        try (JarFile jar = jar()) {
            assertThat(jar.getManifest().getMainAttributes().getValue("Start-Class"))
                    .isEqualTo(RestanteApplication.class.getName());
        }
    }

    @Test
    void lists_its_components() throws IOException {
        try (JarFile jar = jar();
                InputStream list = jar.getInputStream(jar.getEntry("META-INF/sbom/application.cdx.json"))) {
            JsonNode components = JsonMapper.shared().readTree(list).get("components");

            assertThat(components)
                    .extracting(component -> component.get("name").asString())
                    .contains("angus-mail", "jsoup", "spring-webmvc")
                    .doesNotContain("greenmail", "junit-jupiter-api");
        }
    }

    private static JarFile jar() throws IOException {
        try (Stream<Path> built = Files.list(Path.of("target"))) {
            return new JarFile(built.filter(file -> file.toString().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow()
                    .toFile());
        }
    }
}
