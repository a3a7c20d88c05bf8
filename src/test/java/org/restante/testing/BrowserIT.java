package org.restante.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BrowserIT {

    private static final String SOUND = """
            <!DOCTYPE html><html lang="en"><head><title>Sound</title><link rel="icon" href="data:,"></head>
            <body><main><h1>Sound</h1><noscript>No script here</noscript></main></body></html>
            """;
    private static final String UNSOUND = """
            <!DOCTYPE html><html><head><link rel="icon" href="data:,"></head><body>
            <img src="http://127.0.0.1:1/pixel.gif"><script>throw new Error("broken")</script>
            <script>alert("hello")</script><p style="color: red">x</p></body></html>
            """;

    private HttpServer server;
    private Browser browser;
    private String origin;

    @BeforeEach
    void start() throws IOException {
        browser = Browser.launch();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/sound", exchange -> answer(exchange, SOUND));
        server.createContext("/unsound", exchange -> answer(exchange, UNSOUND));
        server.start();
        origin = "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.stop(0);
            browser.close();
        }
    }

    private static void answer(HttpExchange exchange, String page) throws IOException {
        byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.getResponseHeaders().set("Content-Security-Policy", "style-src 'self'");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Test
    void a_sound_page_has_no_problems_and_no_barriers() {
        try (BrowserWindow window = browser.open(origin, BrowserLook.DESKTOP)) {
            window.visit("/sound");

            assertThat(window.problems()).isEmpty();
            assertThat(window.barriers()).isEmpty();
        }
    }

    @Test
    void errors_violations_dialogs_and_foreign_requests_are_problems() {
        try (BrowserWindow window = browser.open(origin, BrowserLook.DESKTOP)) {
            window.visit("/unsound");

            assertThat(window.problems())
                    .anyMatch(problem -> problem.startsWith("script: ") && problem.contains("broken"))
                    .anyMatch(problem -> problem.startsWith("CSP: "))
                    .contains("dialog: hello", "request: http://127.0.0.1:1/pixel.gif");
            assertThat(window.barriers()).anyMatch(barrier -> barrier.startsWith("html-has-lang: "));
        }
    }

    @Test
    void without_script_a_page_shows_what_it_has_for_that() {
        try (BrowserWindow window = browser.open(origin, BrowserLook.PHONE.withoutScript())) {
            assertThat(window.visit("/sound").locator("main").innerText()).contains("No script here");
            assertThat(window.visit("/unsound").title()).isEmpty();
            assertThat(window.problems()).noneMatch(problem -> problem.startsWith("dialog: "));
        }
    }

    @Test
    void dark_colours_reach_the_page_and_a_picture_is_kept() throws IOException {
        Path picture = Path.of("target", "screenshots", "sound-phone-dark.png");
        Files.deleteIfExists(picture);
        try (BrowserWindow window = browser.open(origin, BrowserLook.PHONE.dark())) {
            Object dark = window.visit("/sound").evaluate("matchMedia('(prefers-color-scheme: dark)').matches");
            window.picture("sound");

            assertThat(dark).isEqualTo(true);
            assertThat(picture).isNotEmptyFile();
        }
    }
}
