package org.restante.helm;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import com.marcnuri.helm.TemplateCommand;
import io.kubernetes.client.common.KubernetesObject;
import io.kubernetes.client.util.Yaml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The Helm chart, as Helm itself sees it. */
final class Chart {

    static final Path FOLDER = Path.of("helm/restante");

    /** It warns of fields of the API's own schema types, which the chart does not use, at each document. */
    private static final Logger SNAKE_YAML = Logger.getLogger("org.yaml.snakeyaml");

    static {
        SNAKE_YAML.setLevel(Level.SEVERE);
    }

    private Chart() {}

    /** Returns the examples of values, one for each way of deploying. */
    static List<Path> examples() {
        try (Stream<Path> files = Files.list(FOLDER.resolve("ci"))) {
            return files.filter(file -> file.toString().endsWith("-values.yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path example(String name) {
        return FOLDER.resolve("ci").resolve(name + "-values.yaml");
    }

    /**
     * Returns what Helm would send to a cluster.
     *
     * @param further {@code name=value}, over those of the file
     */
    static String template(Path values, String... further) {
        TemplateCommand command = new Helm(FOLDER)
                .template()
                .withName("webmail")
                .withNamespace("mail")
                .withValuesFile(values);
        for (String each : further) {
            int equals = each.indexOf('=');
            command.set(each.substring(0, equals), each.substring(equals + 1));
        }
        return command.call();
    }

    /** Returns what Helm has to say about the chart with these values; its lint takes none, so that they become the chart's own. */
    static LintResult lint(Path values, Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(FOLDER.relativize(file).toString()));
            }
        }
        Map<String, Object> all = merged(read(FOLDER.resolve("values.yaml")), read(values));
        Files.writeString(folder.resolve("values.yaml"), new org.yaml.snakeyaml.Yaml().dump(all));
        return new Helm(folder).lint().strict().call();
    }

    /** Reads manifests strictly as types of the Kubernetes API, or as one of the {@link CustomResources}. */
    static List<KubernetesObject> read(String manifests) {
        return documents(manifests).stream().map(Chart::resource).toList();
    }

    private static KubernetesObject resource(Map<String, Object> document) {
        Class<? extends KubernetesObject> custom = CustomResources.type(document);
        if (custom != null) {
            return CustomResources.read(document, custom);
        }
        try {
            return (KubernetesObject) Yaml.load(new org.yaml.snakeyaml.Yaml().dump(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> documents(String manifests) {
        return StreamSupport.stream(
                        new org.yaml.snakeyaml.Yaml().loadAll(manifests).spliterator(), false)
                .filter(document -> document != null)
                .map(document -> (Map<String, Object>) document)
                .toList();
    }

    private static Map<String, Object> read(Path file) throws IOException {
        return new org.yaml.snakeyaml.Yaml().load(Files.readString(file));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> merged(Map<String, Object> below, Map<String, Object> above) {
        Map<String, Object> all = new LinkedHashMap<>(below);
        above.forEach((name, value) -> all.merge(
                name,
                value == null ? "" : value,
                (old, given) -> old instanceof Map<?, ?> map && given instanceof Map<?, ?> over
                        ? merged((Map<String, Object>) map, (Map<String, Object>) over)
                        : given));
        above.forEach((name, value) -> {
            if (value == null) {
                all.put(name, null);
            }
        });
        return all;
    }
}
