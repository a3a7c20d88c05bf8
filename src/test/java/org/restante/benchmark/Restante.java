package org.restante.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The built jar in a process of its own, with a new database, in front of the mail server. */
final class Restante implements AutoCloseable {

    private static final long START_SECONDS = 180;

    private final Process process;
    private final int port;
    private final int managementPort;

    private Restante(Process process, int port, int managementPort) {
        this.process = process;
        this.port = port;
        this.managementPort = managementPort;
    }

    /** Starts it, and waits until it answers. */
    static Restante start(String... properties) throws IOException, InterruptedException {
        int port = Integer.getInteger("benchmark.port", 18080);
        Path data = Files.createTempDirectory("restante-benchmark");
        List<String> command = new ArrayList<>();
        command.add(java("java"));
        command.addAll(Settings.jvmOptions());
        command.addAll(List.of("-jar", Settings.jar().toAbsolutePath().toString()));
        Collections.addAll(
                command,
                "--server.port=" + port,
                "--management.server.port=" + (port + 1),
                "--server.address=127.0.0.1",
                "--spring.datasource.url=jdbc:h2:file:" + data.resolve("restante"),
                "--restante.data=" + data,
                "--restante.servers.default.incoming=imap://" + Settings.imap() + "?tls=off",
                "--restante.servers.default.plaintext=accepted");
        Collections.addAll(command, properties);
        command.addAll(Settings.options());
        Path log = data.resolve("log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        var restante = new Restante(process, port, port + 1);
        restante.awaitReady(log);
        return restante;
    }

    private void awaitReady(Path log) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (System.nanoTime() < end && process.isAlive()) {
            try (var http = new KeepAlive(port)) {
                http.get("/login").expect(200);
                return;
            } catch (IOException e) {
                process.waitFor(100, TimeUnit.MILLISECONDS);
            }
        }
        close();
        throw new IOException(Files.readString(log));
    }

    int port() {
        return port;
    }

    Cpu cpu() {
        return Cpu.of(process.pid());
    }

    /** Returns the value of a gauge, such as {@code restante.pool.idle}. */
    long gauge(String name) throws IOException {
        try (var http = new KeepAlive(managementPort)) {
            String json = http.get("/actuator/metrics/" + name).expect(200).text();
            return (long) Double.parseDouble(json.replaceAll("(?s).*\"value\":([0-9.E]+).*", "$1"));
        }
    }

    /** Returns how many octets live objects take, after a full collection. */
    long heap() throws IOException, InterruptedException {
        String histogram = jcmd("GC.class_histogram");
        String[] total =
                histogram.substring(histogram.lastIndexOf("Total")).trim().split("\\s+");
        return Long.parseLong(total[2]);
    }

    private String jcmd(String command) throws IOException, InterruptedException {
        Process jcmd = new ProcessBuilder(java("jcmd"), Long.toString(process.pid()), command)
                .redirectErrorStream(true)
                .start();
        String said = new String(jcmd.getInputStream().readAllBytes());
        jcmd.waitFor();
        return said;
    }

    private static String java(String program) {
        return Settings.javaHome().resolve("bin").resolve(program).toString();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
