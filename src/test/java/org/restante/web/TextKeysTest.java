package org.restante.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Texts that are asked for exist, and those that exist are asked for. */
class TextKeysTest {

    private static final Pattern IN_TEMPLATE = Pattern.compile("#\\{([a-z]\\w*(?:\\.\\w+)+)");
    private static final Pattern IN_CODE = Pattern.compile("[\"']([a-z]\\w*(?:\\.\\w+)+)[\"']");

    /** What a key goes on with: {@code "message.done." + act}. */
    private static final Pattern BEGUN_IN_CODE = Pattern.compile("[\"']([a-z]\\w*(?:\\.\\w+)*\\.)[\"']");

    private final Set<String> keys = Bundle.read(Language.ENGLISH, "Restante").keySet();

    TextKeysTest() throws IOException {}

    @Test
    void that_are_asked_for_exist() {
        Set<String> features = keys.stream().map(key -> key.split("\\.")[0]).collect(Collectors.toSet());
        assertThat(asked())
                .filteredOn(key -> features.contains(key.split("\\.")[0]))
                .allMatch(key -> keys.contains(key) || keys.contains(key + ".title"));
    }

    @Test
    void that_exist_are_asked_for() {
        Set<String> asked = asked();
        Set<String> begun = found(BEGUN_IN_CODE, SourceFiles.JAVA, ".java");
        assertThat(keys)
                .allMatch(key -> asked.contains(key)
                        || asked.contains(key.substring(0, key.lastIndexOf('.')))
                        || begun.stream().anyMatch(key::startsWith));
    }

    private static Set<String> asked() {
        Set<String> asked = found(IN_TEMPLATE, SourceFiles.TEMPLATES, ".html");
        asked.addAll(found(IN_CODE, SourceFiles.TEMPLATES, ".html"));
        asked.addAll(found(IN_CODE, SourceFiles.JAVA, ".java"));
        return asked;
    }

    private static Set<String> found(Pattern pattern, java.nio.file.Path folder, String ending) {
        return SourceFiles.below(folder, ending).values().stream()
                .map(SourceFiles::withoutComments)
                .flatMap(text -> pattern.matcher(text).results().map(match -> match.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
