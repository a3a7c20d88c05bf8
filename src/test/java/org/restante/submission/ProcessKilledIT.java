package org.restante.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.restante.testing.GreenMailServer;
import org.restante.testing.Page;
import org.restante.testing.RestanteProcess;
import org.restante.testing.ScriptedServer;
import org.restante.testing.SmtpScript;
import org.restante.testing.Visitor;

/** The process is killed at each step of sending, started again over the same database, and then says how it is. */
@EnabledIfSystemProperty(named = "restante.endurance", matches = "true")
class ProcessKilledIT {

    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(3);

    @TempDir
    static Path folder;

    private static GreenMailServer greenMail;
    private static SmtpScript smtp;
    private static ScriptedServer server;

    @BeforeAll
    static void start() throws IOException {
        greenMail = GreenMailServer.start();
        greenMail.withUser("killed@example.org", "secret");
        smtp = new SmtpScript();
        server = ScriptedServer.playing(smtp);
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    private static RestanteProcess process() throws IOException {
        return RestanteProcess.launch(
                        "restante.data=" + folder.resolve("data"),
                        "restante.servers.default.incoming=imap://127.0.0.1:" + greenMail.imapPort() + "?tls=off",
                        "restante.servers.default.submission=smtp://127.0.0.1:" + server.port() + "?tls=off",
                        "restante.outbox.undo=0s",
                        "restante.outbox.look-every=100ms",
                        "restante.outbox.lease=5s",
                        "restante.outbox.retry=1s")
                .awaitReady();
    }

    private static Page send(Visitor visitor, String to) {
        FormElement form = visitor.get("/compose").form("#composer");
        String action = form.selectFirst("[data-send]").attr("formaction");
        return visitor.submit(form, action, Map.of("to", to, "subject", to, "text", "Text\n".repeat(30), "name", "X"));
    }

    private static String stateOf(Visitor visitor, String to) {
        return visitor.get("/outbox")
                .document()
                .select(".outbox-entry:contains(" + to + ")")
                .attr("data-state");
    }

    private static String settled(Visitor visitor, String to) {
        long end = System.nanoTime() + PATIENCE;
        while (true) {
            String state = stateOf(visitor, to);
            if (List.of("done", "uncertain", "refused").contains(state)) {
                return state;
            }
            assertThat(System.nanoTime())
                    .as("it comes to rest, and is " + state)
                    .isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        }
    }

    /** With {@code -Drestante.endurance=true} every step of a submission. */
    static List<Arguments> steps() {
        List<Arguments> few = List.of(Arguments.of("RCPT", "done"), Arguments.of(".", "uncertain"));
        List<Arguments> others = Stream.of("EHLO", "AUTH", "MAIL", "DATA", "Text", "QUIT")
                .map(step -> Arguments.of(step, "done"))
                .toList();
        return Boolean.getBoolean("restante.endurance")
                ? Stream.concat(few.stream(), others.stream()).toList()
                : few;
    }

    @ParameterizedTest
    @MethodSource("steps")
    void a_message_is_sent_once_or_said_not_to_be(String step, String state) throws Exception {
        String to = "to-" + UUID.randomUUID().toString().substring(0, 8) + "@else.example";
        var armed = new AtomicBoolean(true);
        var killed = new CountDownLatch(1);
        String cookie;
        try (RestanteProcess first = process()) {
            smtp.tell(line -> {
                if (line.startsWith(step) && armed.getAndSet(false)) {
                    first.kill();
                    killed.countDown();
                }
            });
            Visitor visitor = new Visitor(first.port()).signedIn("killed@example.org", "secret");
            assertThat(send(visitor, to).status()).isEqualTo(303);
            cookie = visitor.cookies().get("restante");
            assertThat(killed.await(3, TimeUnit.MINUTES)).isTrue();
        }
        try (RestanteProcess second = process()) {
            var visitor = new Visitor(second.port());
            visitor.cookies().put("restante", cookie);

            assertThat(settled(visitor, to)).isEqualTo(state);

            assertThat(smtp.takenFor(to)).hasSize(1);
            long copies = visitor.get("/mail/Sent").document().select(".row-subject").eachText().stream()
                    .filter(to::equals)
                    .count();
            assertThat(copies).isEqualTo(state.equals("done") ? 1 : 0);
        }
    }

    @Test
    void a_request_that_is_under_way_when_the_process_is_asked_to_end_comes_to_its_end() throws Exception {
        try (RestanteProcess process = process()) {
            Visitor visitor = new Visitor(process.port()).signedIn("killed@example.org", "secret");
            FormElement form = visitor.get("/compose").form("#composer");
            String boundary = "b" + UUID.randomUUID();
            var body = new StringBuilder();
            form.formData()
                    .forEach(field -> body.append("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                            .formatted(boundary, field.key(), field.key().equals("file") ? "" : field.value())));
            body.append("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"large.bin\"\r\n"
                            .formatted(boundary))
                    .append("Content-Type: application/octet-stream\r\n\r\n")
                    .append("x".repeat(2_000_000))
                    .append("\r\n--%s--\r\n".formatted(boundary));
            byte[] octets = body.toString().getBytes(StandardCharsets.UTF_8);
            try (Socket socket = new Socket("127.0.0.1", process.port())) {
                OutputStream out = socket.getOutputStream();
                out.write(("POST " + form.attr("action")
                                + "/attachments HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n"
                                + "Cookie: restante=" + visitor.cookies().get("restante")
                                + "\r\nContent-Type: multipart/form-data; boundary=" + boundary
                                + "\r\nContent-Length: " + octets.length + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
                out.write(octets, 0, 500_000);
                out.flush();
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
                process.terminate();
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
                out.write(octets, 500_000, octets.length - 500_000);
                out.flush();
                String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);

                assertThat(answer).startsWith("HTTP/1.1 30").contains("Location");
            }
            assertThat(process.exit(TimeUnit.NANOSECONDS.toSeconds(PATIENCE))).isEqualTo(143);
        }
    }
}
