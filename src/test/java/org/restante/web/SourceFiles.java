package org.restante.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The sources of the application, as tests read them that hold all of them to a rule. */
final class SourceFiles {

    static final Path JAVA = Path.of("src", "main", "java", "org", "restante");
    static final Path TEMPLATES = Path.of("src", "main", "resources", "templates");
    static final Path FRONTEND = Path.of("frontend");

    private SourceFiles() {}

    /** Returns the files below a folder whose names end so, by their paths below it. */
    static Map<String, String> below(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            Map<String, String> contents = new TreeMap<>();
            List<Path> wanted =
                    files.filter(file -> file.toString().endsWith(ending)).toList();
            for (Path file : wanted) {
                contents.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
            return contents;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a program without its comments. */
    static String withoutComments(String program) {
        return program.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("(?m)(?<![:\"'])//.*$", "");
    }
}
