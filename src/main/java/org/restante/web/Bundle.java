package org.restante.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/** Reads the texts of a language, in which {@code {product}} stands for what the operator calls this webmail. */
final class Bundle {

    private Bundle() {}

    static Map<String, String> read(Language language, String product) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = new InputStreamReader(
                new ClassPathResource(language.bundle()).getInputStream(), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(
                        key -> key, key -> texts.getProperty(key).replace("{product}", product)));
    }
}
