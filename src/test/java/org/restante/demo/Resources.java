package org.restante.demo;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The demo's files on the class path. */
final class Resources {

    private Resources() {}

    static byte[] bytes(String name) throws IOException {
        try (var in = Resources.class.getResourceAsStream("/demo/" + name)) {
            if (in == null) {
                throw new FileNotFoundException(name);
            }
            return in.readAllBytes();
        }
    }

    static String text(String name) throws IOException {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    static List<String> lines(String name) throws IOException {
        return text(name).lines().filter(line -> !line.isBlank()).toList();
    }
}
