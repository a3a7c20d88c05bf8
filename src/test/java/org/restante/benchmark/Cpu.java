package org.restante.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The processor time of processes and all that they began, where Linux tells it (proc(5)). */
final class Cpu {

    private static final Path PROC = Path.of("/proc");
    private static final double MILLIS_A_TICK = 10;
    private static final int PARENT = 1;
    private static final int FIRST_TIME = 11;
    private static final int TIMES = 4;

    private final Set<Long> roots;

    private Cpu(Set<Long> roots) {
        this.roots = roots;
    }

    static Cpu of(long pid) {
        return new Cpu(Set.of(pid));
    }

    /** Returns that of whoever listens on a port of this machine; of nobody where that cannot be told. */
    static Cpu listeningOn(int port) {
        try {
            Set<String> sockets = new HashSet<>();
            for (String table : List.of("tcp", "tcp6")) {
                for (String line : Files.readAllLines(PROC.resolve("net/" + table))) {
                    String[] fields = line.trim().split(" +");
                    if (fields[1].endsWith(":%04X".formatted(port)) && fields[3].equals("0A")) {
                        sockets.add("socket:[" + fields[9] + "]");
                    }
                }
            }
            return new Cpu(outermost(holders(sockets)));
        } catch (IOException e) {
            return new Cpu(Set.of());
        }
    }

    private static Set<Long> holders(Set<String> sockets) throws IOException {
        Set<Long> holders = new HashSet<>();
        for (long pid : stats().keySet()) {
            try (Stream<Path> files = Files.list(PROC.resolve(pid + "/fd"))) {
                if (files.anyMatch(file -> sockets.contains(target(file)))) {
                    holders.add(pid);
                }
            } catch (IOException e) {
                // It has ended, or is not ours to look at.
            }
        }
        return holders;
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            return "";
        }
    }

    private static Set<Long> outermost(Set<Long> pids) throws IOException {
        Map<Long, String[]> stats = stats();
        Set<Long> outermost = new HashSet<>(pids);
        outermost.removeIf(pid -> pids.contains(Long.valueOf(stats.get(pid)[PARENT])));
        return outermost;
    }

    /** Returns milliseconds since they were started, those of processes that have ended included. */
    double millis() throws IOException {
        Map<Long, String[]> stats = stats();
        Map<Long, List<Long>> children = new HashMap<>();
        stats.forEach((pid, stat) -> children.computeIfAbsent(Long.valueOf(stat[PARENT]), parent -> new ArrayList<>())
                .add(pid));
        double ticks = 0;
        List<Long> rest = new ArrayList<>(roots);
        while (!rest.isEmpty()) {
            long pid = rest.remove(rest.size() - 1);
            rest.addAll(children.getOrDefault(pid, List.of()));
            for (int i = 0; i < TIMES && stats.containsKey(pid); i++) {
                ticks += Long.parseLong(stats.get(pid)[FIRST_TIME + i]);
            }
        }
        return ticks * MILLIS_A_TICK;
    }

    /** Returns the fields of each process after its name. */
    private static Map<Long, String[]> stats() throws IOException {
        Map<Long, String[]> stats = new HashMap<>();
        try (Stream<Path> entries = Files.list(PROC)) {
            for (Path entry : entries.filter(
                            path -> path.getFileName().toString().matches("\\d+"))
                    .toList()) {
                try {
                    String stat = Files.readString(entry.resolve("stat"));
                    stats.put(
                            Long.valueOf(entry.getFileName().toString()),
                            stat.substring(stat.lastIndexOf(')') + 2).split(" "));
                } catch (IOException e) {
                    // It has ended.
                }
            }
        }
        return stats;
    }
}
