package org.restante.account;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How preferences lie in their row: a line each. One that a newer release knows and this one does not is kept as it is. */
final class PreferenceLines {

    private PreferenceLines() {}

    static Map<String, String> read(String lines) {
        Map<String, String> preferences = new TreeMap<>();
        lines.lines().forEach(line -> {
            int equals = line.indexOf('=');
            preferences.put(line.substring(0, equals), line.substring(equals + 1));
        });
        return preferences;
    }

    /**
     * @throws IllegalArgumentException where a name or a value would not come back as it went
     */
    static String write(Map<String, String> preferences) {
        preferences.forEach((name, value) -> {
            if (name.isEmpty() || name.contains("=") || (name + value).lines().count() != 1) {
                throw new IllegalArgumentException("not a preference: " + name);
            }
        });
        return preferences.entrySet().stream()
                .map(preference -> preference.getKey() + "=" + preference.getValue())
                .collect(Collectors.joining("\n"));
    }
}
