package org.restante.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A private Dovecot on free loopback ports: any user with the password {@link #PASSWORD}, IMAP (STARTTLS offered), IMAPS, POP3, POP3S.
 * Needs root. It ends with the JVM at the latest.
 */
public final class Dovecot implements AutoCloseable {

    public static final String PASSWORD = "secret";
    private static final Path PROGRAM = Path.of("/usr/sbin/dovecot");
    private static Dovecot shared;

    private final TestCertificate certificate = TestCertificate.forLoopback();
    private final Path directory;
    private final int[] ports = freePorts(4);
    private Process process;

    private Dovecot(int connectionsPerUser, String format) {
        Required.program("dovecot", Files.isExecutable(PROGRAM) && "root".equals(System.getProperty("user.name")));
        try {
            directory = Files.createTempDirectory("restante-dovecot");
            configure(connectionsPerUser, format);
            Runtime.getRuntime().addShutdownHook(new Thread(this::close));
            launch();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the one server that tests share when they do not stop it; skips the test where Dovecot is not installed. */
    public static synchronized Dovecot shared() {
        if (shared == null) {
            shared = start();
        }
        return shared;
    }

    /** Starts a server of the caller's own; skips the test where Dovecot is not installed. */
    public static Dovecot start() {
        return new Dovecot(100, "mdbox");
    }

    /** Like {@link #start()}, with mail kept as Maildir, whose indexes hold nothing that cannot be read again from its files. */
    public static Dovecot startWithMaildir() {
        return new Dovecot(100, "maildir");
    }

    /** Starts a server that refuses a user more than this many connections. */
    public static Dovecot startWithConnectionLimit(int connectionsPerUser) {
        return new Dovecot(connectionsPerUser, "mdbox");
    }

    private void configure(int connectionsPerUser, String format) throws IOException {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path mail = Files.createDirectories(directory.resolve("mail"));
        Files.setPosixFilePermissions(mail, PosixFilePermissions.fromString("rwxrwxrwx"));
        Files.createDirectories(directory.resolve("base"));
        Files.createDirectories(directory.resolve("state"));
        Files.copy(certificate.certificate(), directory.resolve("cert.pem"), StandardCopyOption.REPLACE_EXISTING);
        Files.copy(certificate.key(), directory.resolve("key.pem"), StandardCopyOption.REPLACE_EXISTING);
        String template;
        try (var in = Dovecot.class.getResourceAsStream("/dovecot/dovecot.conf")) {
            template = new String(in.readAllBytes());
        }
        Files.writeString(
                directory.resolve("dovecot.conf"),
                template.replace("@RUN@", directory.toString())
                        .replace("@FORMAT@", format)
                        .replace("@MAIL@", mail.toString())
                        .replace("@PASSWORD@", PASSWORD)
                        .replace("@CONNECTIONS@", Integer.toString(connectionsPerUser))
                        .replace("@IMAP@", Integer.toString(imapPort()))
                        .replace("@IMAPS@", Integer.toString(imapsPort()))
                        .replace("@POP3@", Integer.toString(pop3Port()))
                        .replace("@POP3S@", Integer.toString(pop3sPort())));
    }

    private static int[] freePorts(int count) {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            int[] ports = sockets.stream().mapToInt(ServerSocket::getLocalPort).toArray();
            for (ServerSocket socket : sockets) {
                socket.close();
            }
            return ports;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void launch() throws IOException {
        process = new ProcessBuilder(
                        PROGRAM.toString(),
                        "-F",
                        "-c",
                        directory.resolve("dovecot.conf").toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("output.log").toFile())
                .start();
        for (int port : ports) {
            if (!Ports.opens(port)) {
                close();
                throw new IOException("Dovecot did not start: see " + directory);
            }
        }
    }

    /** Returns the port of IMAP in clear, with STARTTLS offered. */
    public int imapPort() {
        return ports[0];
    }

    /** Returns the port of IMAP over TLS. */
    public int imapsPort() {
        return ports[1];
    }

    /** Returns the port of POP3 in clear, with STLS offered. */
    public int pop3Port() {
        return ports[2];
    }

    /** Returns the port of POP3 over TLS. */
    public int pop3sPort() {
        return ports[3];
    }

    /** Returns the PEM file of the server's certificate, which names localhost and 127.0.0.1. */
    public Path certificate() {
        return certificate.certificate();
    }

    /** Stops the server and all its connections; the mail stays. */
    public void stop() {
        List<ProcessHandle> all = processes().toList();
        all.forEach(ProcessHandle::destroy);
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        all.forEach(ProcessHandle::destroyForcibly);
    }

    /** Starts the server again after {@link #stop()}, on the same ports. */
    public void restart() throws IOException {
        launch();
    }

    /** Stops all its processes in their tracks (SIGSTOP), until {@link #thaw()}. */
    public void freeze() throws IOException {
        signal("-STOP");
    }

    /** Lets what was frozen go on. */
    public void thaw() throws IOException {
        signal("-CONT");
    }

    private Stream<ProcessHandle> processes() {
        return Stream.concat(process.descendants(), Stream.of(process.toHandle()));
    }

    private void signal(String signal) throws IOException {
        List<String> command = new ArrayList<>(List.of("kill", signal));
        processes().forEach(handle -> command.add(Long.toString(handle.pid())));
        new ProcessBuilder(command).start().onExit().join();
    }

    /** Stops the server and removes its mail. */
    @Override
    public void close() {
        if (process != null && process.isAlive()) {
            stop();
        }
        remove(directory.toFile());
    }

    /** What its processes delete themselves on their way out may vanish meanwhile. */
    private static void remove(File file) {
        File[] within = Files.isSymbolicLink(file.toPath()) ? null : file.listFiles();
        if (within != null) {
            Arrays.stream(within).forEach(Dovecot::remove);
        }
        file.delete();
    }
}
