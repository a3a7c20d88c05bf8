package org.restante.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.restante.testing.Dovecot;
import org.restante.testing.Page;
import org.restante.testing.RunningRestante;
import org.restante.testing.Visitor;

/** A large file goes out, is filed and comes back the same; with {@code -Drestante.endurance=true} 100 MB, within 64 MB of memory. */
class LargeAttachmentIT {

    private static final boolean ENDURANCE = Boolean.getBoolean("restante.endurance");
    private static final int SIZE = ENDURANCE ? 100_000_000 : 3_000_000;
    private static final long MOST_HEAP = 64L << 20;

    /** A folder in which nobody can make a file. */
    private static final String NOWHERE = "/proc/self/task";

    @TempDir
    private Path folder;

    @Test
    void comes_back_as_it_was() throws Exception {
        Path file = file();
        Dovecot mail = Dovecot.shared();
        try (var sink = new Sink();
                var restante = RunningRestante.inFrontOf(
                        "imap://127.0.0.1:" + mail.imapPort() + "?tls=off",
                        "spring.datasource.url=jdbc:h2:file:" + folder.resolve("db") + ";CACHE_SIZE=2048",
                        "restante.servers.default.submission=smtp://127.0.0.1:" + sink.port() + "?tls=off",
                        "spring.servlet.multipart.location=" + NOWHERE,
                        "restante.outbox.undo=0s",
                        "restante.outbox.look-every=200ms")) {
            String origin = restante.origin();
            var visitor =
                    new Visitor(URI.create(origin).getPort()).signedIn("large@restante.example", Dovecot.PASSWORD);
            FormElement form = visitor.follow(visitor.submit(
                            visitor.get("/compose").form("#composer"),
                            Map.of("subject", "Large", "text", "See the file", "name", "Large")))
                    .form("#composer");
            withoutRoomForAFormsFiles(visitor, form);
            try (var heap = new Heap()) {
                Page row = visitor.upload(
                        form.attr("action") + "/uploads?key=1&name=large.bin",
                        form.select("[name=_csrf]").val(),
                        "application/octet-stream",
                        HttpRequest.BodyPublishers.ofFile(file));
                assertThat(row.status()).isEqualTo(200);
                visitor.submit(form, form.attr("action") + "/submission", Map.of("to", "to@else.example"));
                untilDone(visitor);
                assertThat(digest(download(visitor, origin))).isEqualTo(digest(Files.newInputStream(file)));
                if (ENDURANCE) {
                    assertThat(heap.growth()).isLessThan(MOST_HEAP);
                }
            }
            assertThat(sink.taken()).isGreaterThan(SIZE);
        }
    }

    /** A form keeps its files on the disk while it comes in; what a script sends by itself does not. */
    private static void withoutRoomForAFormsFiles(Visitor visitor, FormElement form) {
        String token = form.select("[name=_csrf]").val();
        String body = part("_csrf", token) + part("version", "1") + part("text", "Changed")
                + part("file\"; filename=\"a.bin", "x".repeat(200_000)) + "--limit--\r\n";
        for (String header : List.of("", token)) {
            Page page = visitor.upload(
                    form.attr("action"),
                    header,
                    "multipart/form-data; boundary=limit",
                    HttpRequest.BodyPublishers.ofString(body));
            assertThat(page.status()).isEqualTo(507);
            assertThat(page.document().select("h1").text()).isNotEmpty();
        }
        FormElement kept = visitor.get(form.attr("action")).form("#composer");
        assertThat(kept.select("[name=text]").val()).isEqualTo("See the file");
        assertThat(kept.select("[data-file]")).isEmpty();
    }

    private static String part(String name, String value) {
        return "--limit\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private Path file() throws IOException {
        Path file = folder.resolve("large.bin");
        var random = new Random(8);
        byte[] piece = new byte[100_000];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int i = 0; i < SIZE / piece.length; i++) {
                random.nextBytes(piece);
                out.write(piece);
            }
        }
        return file;
    }

    private static void untilDone(Visitor visitor) {
        for (int i = 0; i < 1200; i++) {
            String state =
                    visitor.get("/outbox").document().select(".outbox-entry").attr("data-state");
            if (state.equals("done")) {
                return;
            }
            LockSupport.parkNanos(200_000_000);
        }
        throw new AssertionError("not sent in time");
    }

    private static InputStream download(Visitor visitor, String origin) throws Exception {
        Page list = visitor.get("/mail/Sent");
        String message = "/mail/Sent/" + list.refs().get(0);
        String cookies = visitor.cookies().entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining("; "));
        var request = HttpRequest.newBuilder(URI.create(origin + message + "/parts/2"))
                .header("Cookie", cookies)
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofInputStream())
                .body();
    }

    private static byte[] digest(InputStream content) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (content) {
            byte[] piece = new byte[64 << 10];
            for (int n = content.read(piece); n >= 0; n = content.read(piece)) {
                digest.update(piece, 0, n);
            }
        }
        return digest.digest();
    }

    /** Looks at what stays in memory, again and again. */
    private static final class Heap implements AutoCloseable {

        private final long before = used();
        private final Thread watcher = new Thread(this::watch, "heap-watcher");
        private volatile long most = before;

        Heap() {
            watcher.setDaemon(true);
            watcher.start();
        }

        private static long used() {
            System.gc();
            return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        }

        private void watch() {
            while (!Thread.currentThread().isInterrupted()) {
                most = Math.max(most, used());
                LockSupport.parkNanos(300_000_000);
            }
        }

        long growth() {
            return most - before;
        }

        @Override
        public void close() {
            watcher.interrupt();
        }
    }

    /** Takes any message, and keeps nothing of it but its size. */
    private static final class Sink implements AutoCloseable {

        private final ServerSocket listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        private volatile long taken;

        Sink() throws IOException {
            var thread = new Thread(this::accept, "smtp-sink");
            thread.setDaemon(true);
            thread.start();
        }

        int port() {
            return listener.getLocalPort();
        }

        long taken() {
            return taken;
        }

        private void accept() {
            while (!listener.isClosed()) {
                try (Socket socket = listener.accept()) {
                    converse(socket);
                } catch (IOException e) {
                    // The client went away, or the test is over.
                }
            }
        }

        private void converse(Socket socket) throws IOException {
            var in = new BufferedInputStream(socket.getInputStream(), 64 << 10);
            OutputStream out = socket.getOutputStream();
            say(out, "220 sink");
            for (String line = line(in); line != null; line = line(in)) {
                if (line.startsWith("EHLO")) {
                    say(out, "250-sink\r\n250-AUTH PLAIN LOGIN\r\n250-8BITMIME\r\n250 SIZE 200000000");
                } else if (line.startsWith("AUTH")) {
                    say(out, "235 welcome");
                } else if (line.equals("DATA")) {
                    say(out, "354 go on");
                    for (String text = line(in); !".".equals(text) && text != null; text = line(in)) {
                        taken += text.length();
                    }
                    say(out, "250 taken");
                } else {
                    say(out, line.equals("QUIT") ? "221 bye" : "250 ok");
                }
            }
        }

        private static void say(OutputStream out, String line) throws IOException {
            out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }

        private static String line(InputStream in) throws IOException {
            var line = new StringBuilder();
            for (int octet = in.read(); octet >= 0; octet = in.read()) {
                if (octet == '\n') {
                    return line.toString().stripTrailing();
                }
                line.append((char) octet);
            }
            return null;
        }

        @Override
        public void close() throws IOException {
            listener.close();
        }
    }
}
