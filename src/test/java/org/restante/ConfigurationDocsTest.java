package org.restante;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.restante.account.ServerProperties;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** The tables of docs/configuration.md name every property and its default, and none that is not there. */
class ConfigurationDocsTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z0-9.-]+)` \\| (.*?) \\|");
    private static final Pattern IN_SOURCE = Pattern.compile("(?:\\$\\{|BooleanProperty\\(\")(restante\\.[a-z0-9.-]+)");

    /** Explained as a list of servers, and not as one property. */
    private static final String SERVERS = "restante.servers";

    @Test
    void every_property_has_its_line_and_every_line_its_property() throws Exception {
        Map<String, String> documented = rows();
        Map<String, String> known = properties();

        assertThat(documented.keySet().stream().filter(name -> name.startsWith("restante.")))
                .containsExactlyInAnyOrderElementsOf(known.keySet());
        known.forEach((name, value) -> {
            if (value != null) {
                assertThat(documented.get(name)).as(name).isEqualTo("`" + value + "`");
            }
        });
    }

    @Test
    void every_property_of_a_server_has_its_line() throws IOException {
        Map<String, String> servers = new TreeMap<>();
        add("", ServerProperties.class, servers);

        assertThat(rows().keySet()).containsAll(servers.keySet());
    }

    private static Map<String, String> rows() throws IOException {
        Map<String, String> rows = new TreeMap<>();
        Matcher row = ROW.matcher(Files.readString(Path.of("docs/configuration.md")));
        while (row.find()) {
            rows.put(row.group(1), row.group(2));
        }
        return rows;
    }

    private static Map<String, String> properties() throws Exception {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        Map<String, String> all = new TreeMap<>();
        for (var found : scanner.findCandidateComponents("org.restante")) {
            Class<?> type = Class.forName(found.getBeanClassName());
            String prefix = AnnotationUtils.findAnnotation(type, ConfigurationProperties.class)
                    .value();
            add(prefix + ".", type, all);
        }
        all.remove(SERVERS);
        inSource().forEach(name -> all.putIfAbsent(name, null));
        return all;
    }

    private static void add(String prefix, Class<?> type, Map<String, String> all) {
        for (RecordComponent component : type.getRecordComponents()) {
            String name =
                    prefix + component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
            if (component.getType().isRecord() && component.getType().getName().startsWith("org.restante")) {
                add(name + ".", component.getType(), all);
            } else {
                all.put(name, defaultOf(type, component));
            }
        }
    }

    private static String defaultOf(Class<?> type, RecordComponent component) {
        for (var parameter : type.getDeclaredConstructors()[0].getParameters()) {
            DefaultValue value = parameter.getAnnotation(DefaultValue.class);
            if (parameter.getName().equals(component.getName()) && value != null && value.value().length == 1) {
                return value.value()[0];
            }
        }
        return null;
    }

    /** Those that are read one by one. */
    private static Set<String> inSource() throws IOException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher name = IN_SOURCE.matcher(Files.readString(file));
                while (name.find()) {
                    names.add(name.group(1));
                }
            }
        }
        return names;
    }
}
