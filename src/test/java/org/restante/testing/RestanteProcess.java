package org.restante.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** The built jar as a process of its own, such as one of several replicas. */
public final class RestanteProcess implements AutoCloseable {

    private static final long START_SECONDS = 240;

    private final int port;
    private final int managementPort;
    private final Path log;
    private final Process process;

    private RestanteProcess(List<String> properties) {
        try {
            port = Ports.closed();
            managementPort = Ports.closed();
            log = Files.createTempFile("restante", ".log");
            process = launch(properties);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it, without waiting until it is ready. */
    public static RestanteProcess launch(String... properties) {
        return new RestanteProcess(List.of(properties));
    }

    private Process launch(List<String> properties) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                jar().toString(),
                "--server.address=127.0.0.1",
                "--server.port=" + port,
                "--management.server.port=" + managementPort));
        properties.forEach(property -> command.add("--" + property));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    private static Path jar() throws IOException {
        try (Stream<Path> built = Files.list(Path.of("target"))) {
            return built.filter(file -> file.toString().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Waits until it is ready; fails with its log where it does not become so. */
    public RestanteProcess awaitReady() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (System.nanoTime() < end && process.isAlive()) {
            if (readiness() == 200) {
                return this;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        }
        throw new AssertionError(log());
    }

    /** Returns the status of its readiness; 0 where nobody answers. */
    public int readiness() {
        try {
            return operator().get("/actuator/health/readiness").status();
        } catch (UncheckedIOException e) {
            return 0;
        }
    }

    /** Returns somebody who may look at the management port. */
    public Visitor operator() {
        return new Visitor(managementPort);
    }

    /** Returns the port of the pages. */
    public int port() {
        return port;
    }

    /** Returns all that it wrote. */
    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks it to end (SIGTERM). */
    public void terminate() {
        process.destroy();
    }

    /** Ends it as a power cut does (SIGKILL). */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Returns its exit code, having waited for its end; fails where that takes longer. */
    public int exit(long seconds) throws InterruptedException {
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            throw new AssertionError("still running: " + log());
        }
        return process.exitValue();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        Files.deleteIfExists(log);
    }
}
