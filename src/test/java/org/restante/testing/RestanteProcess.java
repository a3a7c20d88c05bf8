package org.restante.testing;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The application as a process of its own, with its database in a folder, so that it can be killed and started again. */
public final class RestanteProcess implements AutoCloseable {

    private static final Pattern STARTED = Pattern.compile("Tomcat started on port (\\d+)");
    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(3);

    private final Path log;
    private final Process process;

    private RestanteProcess(Path log, Process process) {
        this.log = log;
        this.process = process;
    }

    /** Starts it over the database in this folder, and waits until it answers. */
    public static RestanteProcess start(Path folder, List<String> properties) throws IOException {
        Path log = Files.createTempFile(folder, "restante", ".log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "org.restante.RestanteApplication",
                "--server.port=0",
                "--management.server.port=-1",
                "--restante.data=" + folder.resolve("data")));
        properties.forEach(property -> command.add("--" + property));
        Process process = new ProcessBuilder(command)
                .directory(new File("."))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        var started = new RestanteProcess(log, process);
        started.port();
        return started;
    }

    /** Returns where it answers. */
    public int port() throws IOException {
        long end = System.nanoTime() + PATIENCE;
        while (System.nanoTime() < end && process.isAlive()) {
            Matcher found = STARTED.matcher(Files.readString(log));
            if (found.find()) {
                return Integer.parseInt(found.group(1));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
        throw new IOException("it does not start: " + Files.readString(log));
    }

    /** Ends it as a power cut does (SIGKILL). */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Asks it to end (SIGTERM). */
    public void terminate() {
        process.destroy();
    }

    /** Returns whether it ends in time. */
    public boolean ends() throws InterruptedException {
        return process.waitFor(PATIENCE, TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        kill();
    }
}
