package org.restante.mailstore;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.IntFunction;

/** Many people read from a hostile server while somebody reads from a good one. */
public final class Siege {

    private static final Executor THREADS = work -> new Thread(work).start();
    private static final Duration REQUEST = Duration.ofSeconds(10);

    private Siege() {}

    /** What a person wants of their mail. */
    @FunctionalInterface
    public interface Visit {
        void to(MailStore store) throws IOException;
    }

    /** What came of it: how the attacked ended, how long it took, and the longest that the one on the good server waited. */
    public record Outcome(List<String> ends, Duration took, Duration longestOfOther) {

        /** Returns whether everybody was told what happened, or got what they wanted. */
        public boolean hasOnlyNamedFailures() {
            return ends.stream().allMatch(end -> end.equals("none") || end.startsWith("MailFailure"));
        }
    }

    /**
     * Lets them all come.
     *
     * @param people how many read from the hostile server
     * @param attacked the mail store of each of them
     * @param other the mail store on the good server, of which the folders are asked for
     */
    public static Outcome of(int people, IntFunction<MailStore> attacked, Visit visit, MailStore other) {
        long start = System.nanoTime();
        List<CompletableFuture<String>> visits = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            MailStore store = attacked.apply(i);
            visits.add(CompletableFuture.supplyAsync(() -> end(store, visit), THREADS));
        }
        long longest = 0;
        do {
            long asked = System.nanoTime();
            other.mailboxes();
            longest = Math.max(longest, System.nanoTime() - asked);
        } while (!visits.stream().allMatch(CompletableFuture::isDone));
        List<String> ends =
                visits.stream().map(CompletableFuture::join).distinct().toList();
        return new Outcome(ends, Duration.ofNanos(System.nanoTime() - start), Duration.ofNanos(longest));
    }

    private static String end(MailStore store, Visit visit) {
        try (var limit = TimeLimit.begin(REQUEST)) {
            visit.to(store);
            return "none";
        } catch (MailFailure.Network e) {
            return "MailFailure.Network " + e.kind();
        } catch (MailFailure.Refused e) {
            return "MailFailure.Refused " + e.kind();
        } catch (Throwable e) {
            return e.toString();
        }
    }

    /**
     * Runs a program, to which it says how many people there are, with half a gigabyte of heap.
     *
     * @return what it printed
     * @throws AssertionError where it ends with another status than 0
     */
    public static String inSmallHeap(Class<?> program, int people) throws IOException {
        Process siege = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        program.getName(),
                        Integer.toString(people))
                .redirectErrorStream(true)
                .start();
        String report = new String(siege.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (siege.onExit().join().exitValue() != 0) {
            throw new AssertionError(report);
        }
        return report;
    }
}
