package org.restante.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.restante.testing.MailServersUnderTest.BUSY;
import static org.restante.testing.MailServersUnderTest.DOWN;
import static org.restante.testing.MailServersUnderTest.SILENT;
import static org.restante.testing.MailServersUnderTest.WHOLE;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.ThrowingSupplier;
import org.restante.testing.ApplicationTest;
import org.restante.testing.Page;
import org.restante.testing.Person;
import org.restante.testing.RawRequest;
import org.restante.testing.SampleMessages;
import org.restante.testing.Visitor;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Headers on every kind of page and on every error, those included that the application never sees. */
@ApplicationTest
class SecurityHeadersTest {

    @LocalServerPort
    private int port;

    private Visitor visitor;
    private String message;

    @BeforeEach
    void sign_in() throws IOException {
        Person person = Person.at(WHOLE).withSource("INBOX", SampleMessages.WITH_ALL_KINDS_OF_PARTS);
        visitor = person.signedInAt(port);
        message = "/mail/INBOX/" + visitor.get("/mail/INBOX").refs().get(0);
    }

    @TestFactory
    Stream<DynamicTest> every_answer_bears_them() {
        return Stream.of(pages(), refusals(), mailFailures(), malformed())
                .flatMap(answers -> answers.entrySet().stream())
                .map(answer -> DynamicTest.dynamicTest(
                        answer.getKey(), () -> assertSafe(answer.getValue().get())));
    }

    private Map<String, ThrowingSupplier<Page>> pages() {
        return Map.of(
                "sign-in 200", () -> new Visitor(port).get("/login"),
                "redirect to sign-in 302", () -> new Visitor(port).get("/mail/INBOX"),
                "list 200", () -> visitor.get("/mail/INBOX"),
                "message 200", () -> visitor.get(message),
                "body 200", () -> visitor.get(message + "/body"),
                "part 200", () -> visitor.get(message + "/parts/2"),
                "source 200", () -> visitor.get(message + "/source"),
                "devices 200", () -> visitor.get("/devices"),
                "folders 200", () -> visitor.get("/folders"),
                "stylesheet 200", () -> visitor.get(stylesheet()));
    }

    private Map<String, ThrowingSupplier<Page>> refusals() {
        return Map.of(
                "page=0 400", () -> visitor.get("/mail/INBOX?page=0"),
                "not signed in 401", () -> new Visitor(port).post("/mail/INBOX/flag", List.of()),
                "no token 403", () -> visitor.post("/mail/INBOX/flag", List.of()),
                "no such page 404", () -> visitor.get("/nothing/here"),
                "no such asset 404", () -> visitor.get("/assets/none.js"),
                "no such folder 404", () -> visitor.get("/mail/None"),
                "no such part 404", () -> visitor.get(message + "/parts/9"),
                "GET of a form's address 404", () -> visitor.get("/mail/INBOX/flag"),
                "renumbered 409", () -> visitor.get("/mail/INBOX/1-1"),
                "gone 410", () -> visitor.get(message + "999"));
    }

    private Map<String, ThrowingSupplier<Page>> mailFailures() {
        return Map.of(
                "wrong password 401", () -> new Visitor(port).signIn("nobody@" + WHOLE, "wrong"),
                "down 502", () -> new Visitor(port).signIn("anna@" + DOWN, "secret"),
                "busy 503", () -> new Visitor(port).signIn("anna@" + BUSY, "secret"),
                "silent 504", () -> new Visitor(port).signIn("anna@" + SILENT, "secret"));
    }

    private Map<String, ThrowingSupplier<Page>> malformed() {
        String cookie = "Cookie: restante=" + visitor.cookies().get("restante");
        return Map.of(
                "half an escape 400", () -> RawRequest.send(port, "GET /%zz HTTP/1.1"),
                "NUL 400", () -> RawRequest.send(port, "GET /mail/%00 HTTP/1.1", cookie),
                "encoded slash 400", () -> RawRequest.send(port, "GET /mail/a%2fb HTTP/1.1", cookie),
                "backslash 400", () -> RawRequest.send(port, "GET /mail/a\\b HTTP/1.1"),
                "no UTF-8 400", () -> RawRequest.send(port, "GET /mail/%ff%fe HTTP/1.1", cookie),
                "long header 400", () -> RawRequest.send(port, "GET / HTTP/1.1", "X-Long: " + "x".repeat(70_000)),
                "no HTTP 400", () -> RawRequest.send(port, "GET / SMTP/1.1"),
                "TRACE 405", () -> RawRequest.send(port, "TRACE / HTTP/1.1"),
                "OPTIONS 405",
                        () -> RawRequest.send(
                                port,
                                "OPTIONS /mail/INBOX HTTP/1.1",
                                "Origin: https://evil.example",
                                "Access-Control-Request-Method: POST"),
                "PUT 405", () -> RawRequest.send(port, "PUT /mail/INBOX HTTP/1.1", cookie, "Content-Length: 0"));
    }

    private static void assertSafe(Page page) {
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'", "frame-ancestors '")
                .doesNotContain("unsafe-eval", "*");
        assertThat(page.headers().map().keySet())
                .map(name -> name.toLowerCase(Locale.ROOT))
                .noneMatch(name -> name.startsWith("access-control-"))
                .doesNotContain("server", "x-powered-by");
        assertThat(page.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.contains("JSESSIONID"));
        assertThat(page.header("Cache-Control")).isNotEmpty();
        assertThat(page.text()).doesNotContain("Exception", "\tat ", "Tomcat", "org.restante", "springframework");
    }

    @TestFactory
    Stream<DynamicTest> each_of_them_has_the_status_it_claims() {
        return Stream.of(pages(), refusals(), mailFailures(), malformed())
                .flatMap(answers -> answers.entrySet().stream())
                .map(answer -> DynamicTest.dynamicTest(
                        answer.getKey(),
                        () -> assertThat(answer.getKey())
                                .endsWith(" " + answer.getValue().get().status())));
    }

    @Test
    void a_foreign_origin_is_not_reflected() {
        visitor.headers().put("Origin", "https://evil.example");

        assertThat(visitor.get("/mail/INBOX").headers().toString()).doesNotContain("evil");
    }

    @Test
    void pages_are_not_kept_but_what_never_changes_is() {
        assertThat(visitor.get("/mail/INBOX").header("Cache-Control")).isEqualTo("no-store");
        assertThat(visitor.get(message).header("Cache-Control")).isEqualTo("no-store");
        assertThat(visitor.get(message + "/parts/2").header("Cache-Control")).contains("private", "immutable");
        assertThat(visitor.get(stylesheet()).header("Cache-Control")).contains("public", "immutable");
    }

    @Test
    void only_the_message_frame_may_be_framed_and_has_inline_styles() {
        String page = visitor.get(message).header("Content-Security-Policy");
        String body = visitor.get(message + "/body").header("Content-Security-Policy");

        assertThat(page)
                .contains("frame-ancestors 'none'", "object-src 'none'", "base-uri 'none'", "form-action 'self'")
                .contains("require-trusted-types-for 'script'")
                .doesNotContain("unsafe-inline");
        assertThat(body)
                .contains(
                        "frame-ancestors 'self'",
                        "script-src 'none'",
                        "form-action 'none'",
                        "base-uri 'none'",
                        "sandbox")
                .doesNotContain("allow-scripts", "allow-forms", "allow-top-navigation");
        assertThat(visitor.get(message + "/body").header("X-Frame-Options")).isIn("SAMEORIGIN", "");
    }

    private String stylesheet() {
        return visitor.get("/login").document().select("link[rel=stylesheet]").attr("href");
    }
}
