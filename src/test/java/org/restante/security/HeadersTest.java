package org.restante.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.restante.testing.HttpBrowser;
import org.restante.testing.RawHttp;
import org.restante.testing.WebTest;
import org.restante.web.Assets;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@WebTest
@Import(OddController.class)
class HeadersTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Assets assets;

    private HttpBrowser browser;

    @BeforeEach
    void sign_in() {
        browser = new HttpBrowser("http://localhost:" + port);
        browser.signIn("ada@example.org", "secret");
    }

    private static void has_them_all(String answer) {
        List<String> lines = answer.lines().map(line -> line.toLowerCase()).toList();
        assertThat(lines)
                .contains(
                        "x-content-type-options: nosniff",
                        "x-frame-options: deny",
                        "referrer-policy: no-referrer",
                        "cross-origin-opener-policy: same-origin")
                .anyMatch(line ->
                        line.startsWith("content-security-policy: default-src 'none'; script-src 'self' 'sha256-"))
                .anyMatch(line -> line.startsWith("permissions-policy: "))
                .noneMatch(line -> line.startsWith("server:") || line.startsWith("access-control-"));
        assertThat(answer).doesNotContain("\tat ", "Exception", "Tomcat");
    }

    private static String whole(HttpResponse<String> response) {
        StringBuilder text = new StringBuilder();
        response.headers()
                .map()
                .forEach((name, values) -> values.forEach(
                        value -> text.append(name).append(": ").append(value).append('\n')));
        return text.append('\n').append(response.body()).toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/login",
                "/devices",
                "/nowhere",
                "/assets/nothing.js",
                "/odd/fault",
                "/odd/refused",
                "/odd/broken-view",
                "/odd/session"
            })
    void every_page_has_them(String path) {
        has_them_all(whole(browser.get(path)));
    }

    @Test
    void static_files_have_them_and_keep_their_own_caching() {
        HttpResponse<String> script = browser.get(assets.address("main.js"));

        has_them_all(whole(script));
        assertThat(script.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");
    }

    static List<List<String>> what_no_browser_sends() {
        return List.of(
                List.of("GET /%zz HTTP/1.1", "Host: localhost"),
                List.of("GET /%2e%2e/%2f HTTP/1.1", "Host: localhost"),
                List.of("GET /a;b=c HTTP/1.1", "Host: localhost"),
                List.of("GET /a//b HTTP/1.1", "Host: localhost"),
                List.of("GET /<script> HTTP/1.1", "Host: localhost"),
                List.of("GET /\\x HTTP/1.1", "Host: localhost"),
                List.of("GARBAGE"),
                List.of("GET / HTTP/1.1"),
                List.of("GET / HTTP/9.9", "Host: localhost"),
                List.of("GET / HTTP/1.1", "Host: bad host"),
                List.of("GET / HTTP/1.1", "Host: localhost", "X-Large: " + "x".repeat(100_000)),
                List.of("GET /login HTTP/1.1", "Host: localhost", "Bad Name: x"),
                List.of("POST /login HTTP/1.1", "Host: localhost", "Content-Length: minus"),
                List.of("POST /login HTTP/1.1", "Host: localhost", "Transfer-Encoding: odd"),
                List.of("TRACE / HTTP/1.1", "Host: localhost"),
                List.of("OPTIONS / HTTP/1.1", "Host: localhost", "Origin: http://evil.example"),
                List.of("PUT /login HTTP/1.1", "Host: localhost", "Content-Length: 0"),
                List.of("PROPFIND / HTTP/1.1", "Host: localhost"),
                List.of("GET /login HTTP/1.1", "Host: localhost", "Cookie: restante=\"\u0001"),
                List.of("GET /login?next=%zz HTTP/1.1", "Host: localhost"));
    }

    @ParameterizedTest
    @MethodSource("what_no_browser_sends")
    void what_tomcat_answers_by_itself_has_them_too(List<String> request) {
        String answer = RawHttp.ask(port, request.toArray(String[]::new));

        assertThat(answer).startsWith("HTTP/1.1 ").doesNotStartWith("HTTP/1.1 500");
        has_them_all(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"})
    void only_what_links_and_forms_use_is_allowed(String method) {
        String answer = RawHttp.ask(port, method + " /login HTTP/1.1", "Host: localhost", "Content-Length: 0");

        assertThat(answer).startsWith("HTTP/1.1 405").containsIgnoringCase("Allow: ");
    }

    @Test
    void pages_are_not_stored() {
        assertThat(browser.get("/devices").headers().allValues("Cache-Control")).containsExactly("no-store");
    }

    @Test
    void what_a_controller_has_set_is_left_as_it_is() {
        HttpResponse<String> frame = browser.get("/odd/own-headers");

        assertThat(frame.headers().allValues("Content-Security-Policy")).containsExactly("sandbox");
        assertThat(frame.headers().allValues("X-Frame-Options")).containsExactly("SAMEORIGIN");
        assertThat(frame.headers().allValues("Cache-Control")).containsExactly("max-age=60, private");
        assertThat(frame.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    @Test
    void nothing_begins_an_http_session() {
        HttpResponse<String> answer = browser.get("/odd/session");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void over_tls_browsers_are_told_to_stay_there() {
        browser.header("X-Forwarded-Proto", "https");

        assertThat(browser.get("/login").headers().firstValue("Strict-Transport-Security"))
                .contains("max-age=31536000");
        assertThat(browser.get("/nowhere").headers().firstValue("Strict-Transport-Security"))
                .contains("max-age=31536000");
    }

    @Test
    void every_answer_names_its_request() {
        assertThat(browser.get("/login").headers().firstValue("X-Request-Id").orElseThrow())
                .matches("[0-9a-f]{8}");
        assertThat(browser.postBare("/login", Map.of()).headers().firstValue("X-Request-Id"))
                .isPresent();
    }
}
