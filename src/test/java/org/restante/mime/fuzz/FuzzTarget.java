package org.restante.mime.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** What is fuzzed: each takes any octets and must neither throw nor give an unsafe answer. */
enum FuzzTarget {
    PARSER(MessageFuzz::run),
    CHARSETS(CharsetFuzz::run),
    SANITIZER(MarkupFuzz::sanitize),
    LINKIFIER(MarkupFuzz::linkify),
    TNEF(FileFuzz::tnef),
    CALENDAR(FileFuzz::calendar);

    /** Tries something with some octets. */
    @FunctionalInterface
    interface Trial {
        void with(byte[] octets) throws Exception;
    }

    private final Trial trial;

    FuzzTarget(Trial trial) {
        this.trial = trial;
    }

    void run(byte[] octets) throws Exception {
        trial.with(octets);
    }

    /** Returns the folder of its corpus among the resources of the tests. */
    String corpus() {
        return "fuzz/" + name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Returns what a first line chooses, and the rest. */
    static List<String> lines(byte[] octets) {
        int end = 0;
        while (end < octets.length && octets[end] != '\n') {
            end++;
        }
        return List.of(
                new String(octets, 0, end, StandardCharsets.ISO_8859_1),
                new String(
                        Arrays.copyOfRange(octets, Math.min(end + 1, octets.length), octets.length),
                        StandardCharsets.ISO_8859_1));
    }
}
