package org.restante.mime.fuzz;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets Jazzer look for octets that break what reads messages, each target in a process of its own; what it learns is put into the corpus.
 * Run by {@code mvn test -Pfuzz}.
 */
public final class Fuzzing {

    private static final String TARGET = "restante.fuzz.target";

    private static FuzzTarget target;

    private Fuzzing() {}

    /** Takes the seconds for each target, and the names of targets, or none for all. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> failed = new ArrayList<>();
        List<String> wanted = List.of(arguments).subList(1, arguments.length);
        for (FuzzTarget each : FuzzTarget.values()) {
            if ((wanted.isEmpty() || wanted.contains(each.name())) && run(each, arguments[0]) != 0) {
                failed.add(each.name());
            }
        }
        if (!failed.isEmpty()) {
            throw new IllegalStateException("something was found: " + failed);
        }
    }

    private static int run(FuzzTarget each, String seconds) throws IOException, InterruptedException {
        Path found = Files.createDirectories(Path.of("target/fuzz", each.name().toLowerCase(java.util.Locale.ROOT)));
        Path corpus = Files.createDirectories(Path.of("src/test/resources", each.corpus()));
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path").replace("\n", File.pathSeparator),
                        "-Xmx1g",
                        "com.code_intelligence.jazzer.Jazzer",
                        "--target_class=" + Fuzzing.class.getName(),
                        "--instrumentation_includes=org.restante.mime.**",
                        "--jvm_args=-D" + TARGET + "=" + each.name(),
                        "--reproducer_path=" + found,
                        "-artifact_prefix=" + found + "/",
                        "-max_total_time=" + seconds,
                        "-timeout=20",
                        "-rss_limit_mb=4096",
                        "-max_len=8192",
                        found.toString(),
                        corpus.toString())
                .inheritIO()
                .start()
                .waitFor();
    }

    /** What Jazzer calls. */
    public static void fuzzerTestOneInput(byte[] octets) throws Exception {
        if (target == null) {
            target = FuzzTarget.valueOf(System.getProperty(TARGET));
        }
        target.run(octets);
    }
}
