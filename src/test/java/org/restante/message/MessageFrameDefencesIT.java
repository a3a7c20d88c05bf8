package org.restante.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.restante.testing.Browser;
import org.restante.testing.BrowserLook;
import org.restante.testing.BrowserWindow;
import org.restante.testing.Corpora;
import org.restante.testing.Corpora.Sample;
import org.restante.testing.DovecotApplicationTest;
import org.restante.testing.DovecotUnderTest;
import org.restante.testing.Person;
import org.restante.testing.Visitor;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Behind the sanitiser stand the frame's policy and its sandbox: unsanitised HTML is served with one of them at a time, as the real page has
 * them, and neither lets a script run.
 */
@DovecotApplicationTest
class MessageFrameDefencesIT {

    private static final int FRAMES_AT_ONCE = 40;
    private static final List<String> OURS = List.of(
            "<script>alert(1)</script>",
            "<img src=x: onerror=alert(2)>",
            "<svg onload=alert(3)>",
            "<body onload=alert(4)>",
            "<iframe src='javascript:alert(5)'></iframe>",
            "<iframe srcdoc='<script>alert(6)</script>'></iframe>",
            "<meta http-equiv=refresh content='0;url=javascript:alert(7)'>",
            "<details open ontoggle=alert(8)>x</details>",
            "<input autofocus onfocus=alert(9)>",
            "<object data='data:text/html,<script>alert(10)</script>'></object>",
            "<style onload=alert(11)></style>",
            "<script src='data:text/javascript,alert(12)'></script>");

    @LocalServerPort
    private int port;

    private final List<String> samples = new ArrayList<>(OURS);
    private Browser browser;
    private HttpServer server;
    private String policy = "";
    private String sandbox = "";

    @BeforeEach
    void serve_raw_messages() throws IOException {
        browser = Browser.launch();
        if (System.getenv("RESTANTE_CORPORA") != null) {
            Corpora.samples("xss.jsonl", "html").map(Sample::content).forEach(samples::add);
        }
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/frames/", this::answerFrames);
        server.createContext("/raw/", this::answerRaw);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        browser.close();
    }

    @Test
    void without_any_defence_scripts_run() {
        samples.retainAll(OURS);

        assertThat(dialogs()).isNotEmpty();
    }

    @Test
    void the_policy_alone_stops_them() throws IOException {
        policy = Arrays.stream(realBody().header("Content-Security-Policy").split("; *"))
                .filter(directive -> !directive.startsWith("sandbox"))
                .collect(Collectors.joining("; "));
        assertThat(policy).contains("script-src 'none'");

        assertThat(dialogs()).isEmpty();
    }

    @Test
    void the_sandbox_alone_stops_them() throws IOException {
        sandbox = "sandbox=\"%s\"".formatted(realFrame());
        assertThat(sandbox).contains("allow-same-origin").doesNotContain("allow-scripts");

        assertThat(dialogs()).isEmpty();
    }

    private String realFrame() throws IOException {
        return reader().get(message()).document().select("iframe").attr("sandbox");
    }

    private org.restante.testing.Page realBody() throws IOException {
        return reader().get(message() + "/body");
    }

    private String message() throws IOException {
        return "/mail/INBOX/" + reader().get("/mail/INBOX").refs().get(0);
    }

    private Visitor reader() throws IOException {
        Person person = DovecotUnderTest.person("defended", DovecotUnderTest.DOVECOT);
        return person.withMessage("INBOX", "Any").signedInAt(port);
    }

    /** Shows all samples in frames, and returns the dialogs that came up. */
    private List<String> dialogs() {
        String origin = "http://127.0.0.1:" + server.getAddress().getPort();
        try (BrowserWindow window = browser.open(origin, BrowserLook.DESKTOP)) {
            window.page().route(url -> !url.startsWith(origin + "/"), route -> route.abort());
            for (int from = 0; from < samples.size(); from += FRAMES_AT_ONCE) {
                window.visit("/frames/" + from);
            }
            return window.problems().stream()
                    .filter(problem -> problem.startsWith("dialog: "))
                    .toList();
        }
    }

    private void answerFrames(HttpExchange exchange) throws IOException {
        int from = number(exchange);
        answer(
                exchange,
                "<!DOCTYPE html><link rel=icon href='data:,'>"
                        + IntStream.range(from, Math.min(from + FRAMES_AT_ONCE, samples.size()))
                                .mapToObj("<iframe %s src=/raw/%%d></iframe>".formatted(sandbox)::formatted)
                                .collect(Collectors.joining()));
    }

    private void answerRaw(HttpExchange exchange) throws IOException {
        if (!policy.isEmpty()) {
            exchange.getResponseHeaders().set("Content-Security-Policy", policy);
        }
        answer(exchange, samples.get(number(exchange)));
    }

    private static int number(HttpExchange exchange) {
        return Integer.parseInt(exchange.getRequestURI().getPath().replaceAll(".*/", ""));
    }

    private static void answer(HttpExchange exchange, String html) throws IOException {
        byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
