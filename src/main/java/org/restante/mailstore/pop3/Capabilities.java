package org.restante.mailstore.pop3;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the server announces (RFC 2449 §5).
 *
 * @param arguments by the capability's name in upper case; empty where the server does not know CAPA
 */
record Capabilities(Optional<Map<String, List<String>>> arguments) {

    private static final int MOST = 1 << 16;

    /** Asks anew: what is announced changes with TLS and with signing in. */
    static Capabilities ask(Pop3Wire wire) {
        if (!wire.exchange("CAPA").ok()) {
            return new Capabilities(Optional.empty());
        }
        Map<String, List<String>> arguments = new HashMap<>();
        MultilineAnswer lines = wire.lines(MOST);
        for (String line = lines.line(); line != null; line = lines.line()) {
            List<String> words =
                    Arrays.asList(line.strip().toUpperCase(Locale.ROOT).split("\\s+"));
            arguments.put(words.get(0), words.subList(1, words.size()));
        }
        return new Capabilities(Optional.of(arguments));
    }

    boolean areKnown() {
        return arguments.isPresent();
    }

    boolean has(String name) {
        return arguments.filter(all -> all.containsKey(name)).isPresent();
    }

    /** Returns the number of seconds that a capability comes with, where it does. */
    Optional<Long> seconds(String name) {
        return arguments
                .map(all -> all.getOrDefault(name, List.of()))
                .filter(words -> !words.isEmpty() && words.get(0).matches("[0-9]{1,9}"))
                .map(words -> Long.parseLong(words.get(0)));
    }

    boolean hasMechanism(String name) {
        return arguments
                .map(all -> all.getOrDefault("SASL", List.of()))
                .filter(mechanisms -> mechanisms.contains(name))
                .isPresent();
    }
}
