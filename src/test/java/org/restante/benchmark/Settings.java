package org.restante.benchmark;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What is measured, and how long: system properties, or environment variables such as {@code BENCHMARK_IMAP}. */
final class Settings {

    private Settings() {}

    /** Returns the mail server's host and its plaintext IMAP port. */
    static String imap() {
        return text("benchmark.imap", "127.0.0.1:143");
    }

    static String host() {
        return imap().substring(0, imap().lastIndexOf(':'));
    }

    static int port() {
        return Integer.parseInt(imap().substring(imap().lastIndexOf(':') + 1));
    }

    static String password() {
        return text("benchmark.password", "secret");
    }

    /** Returns the users whose inboxes are measured one after the other, by one client. */
    static List<String> mailboxes() {
        return users(text("benchmark.mailboxes", "u0001"));
    }

    /** Returns the users who work at the same time. */
    static List<String> people() {
        return users(text("benchmark.people", "u0100-u0199"));
    }

    /** Returns how many of them work at once, one number after the other. */
    static List<Integer> crowds() {
        return Arrays.stream(text("benchmark.crowds", "8,32,100").split(","))
                .map(Integer::valueOf)
                .toList();
    }

    /** Returns how many requests of each kind are made before any is measured. */
    static int warmUp() {
        return Integer.parseInt(text("benchmark.warm-up", "200"));
    }

    /** Returns for how long each kind of request is measured. */
    static double seconds() {
        return Double.parseDouble(text("benchmark.seconds", "5"));
    }

    /** Returns whether a part ({@code alone}, {@code together}, {@code heap}) is measured; all are, unless some are named. */
    static boolean wanted(String name) {
        String only = text("benchmark.only", "");
        return only.isEmpty() || List.of(only.split(",")).contains(name);
    }

    /** Returns whether a case is measured; all are, unless some are named. */
    static boolean wantedCase(String name) {
        String cases = text("benchmark.cases", "");
        return cases.isEmpty() || List.of(cases.split(",")).contains(name);
    }

    static Path jar() {
        return Path.of(text("benchmark.jar", "target/restante.jar"));
    }

    static Path javaHome() {
        return Path.of(text("benchmark.java-home", System.getProperty("java.home")));
    }

    /** Returns options for Restante's JVM, such as {@code -XX:StartFlightRecording=filename=list.jfr}. */
    static List<String> jvmOptions() {
        return words(text("benchmark.jvm", "-Xmx1g"));
    }

    /** Returns further properties of Restante, such as {@code --restante.pool.total=50}. */
    static List<String> options() {
        return words(text("benchmark.options", ""));
    }

    private static List<String> words(String text) {
        return Stream.of(text.split(" ")).filter(word -> !word.isEmpty()).toList();
    }

    private static List<String> users(String text) {
        return Stream.of(text.split(",")).flatMap(Settings::range).toList();
    }

    /** {@code u0100-u0199} stands for a hundred users. */
    private static Stream<String> range(String text) {
        int dash = text.indexOf('-');
        if (dash < 0) {
            return Stream.of(text);
        }
        String name = text.substring(0, dash).replaceAll("\\d+$", "");
        String first = text.substring(name.length(), dash);
        int last = Integer.parseInt(text.substring(dash + 1 + name.length()));
        return IntStream.rangeClosed(Integer.parseInt(first), last)
                .mapToObj(number -> name + ("%0" + first.length() + "d").formatted(number));
    }

    private static String text(String name, String standard) {
        String variable = name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
        String set = System.getProperty(name, System.getenv(variable));
        return set == null || set.isBlank() ? standard : set;
    }
}
