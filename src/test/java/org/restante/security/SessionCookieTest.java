package org.restante.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.restante.testing.AdjustableClock;
import org.restante.testing.FakeMailStores;
import org.restante.testing.HttpBrowser;
import org.restante.testing.RawHttp;
import org.restante.testing.WebTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@WebTest
@Import(OddController.class)
class SessionCookieTest {

    @LocalServerPort
    private int port;

    @Autowired
    private AdjustableClock clock;

    @Autowired
    private FakeMailStores mailStores;

    private HttpBrowser browser;

    @BeforeEach
    void sign_in() {
        browser = new HttpBrowser("http://localhost:" + port);
        browser.signIn("eve@example.org", "secret");
    }

    private boolean signedIn() {
        return browser.get("/devices").statusCode() == 200;
    }

    @Test
    void every_byte_of_it_counts() {
        String cookie = browser.cookies().get("restante");
        for (int i = 0; i < cookie.length(); i++) {
            for (char other : new char[] {'0', 'f', 'G', '.', ' '}) {
                if (cookie.charAt(i) != other) {
                    browser.cookies().put("restante", cookie.substring(0, i) + other + cookie.substring(i + 1));
                    HttpResponse<String> answer = browser.get("/devices");
                    assertThat(answer.statusCode())
                            .as("byte %d as %c", i, other)
                            .isEqualTo(302);
                    assertThat(answer.headers().firstValue("Location")).contains("/login?next=%2Fdevices");
                }
            }
        }
        browser.cookies().put("restante", cookie);
        assertThat(signedIn()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "x", "rO0ABXNyABFqYXZh", "00000000000000000000000000000000."})
    void what_never_was_one_leads_to_the_sign_in_page(String cookie) {
        browser.cookies().put("restante", cookie);

        assertThat(browser.get("/devices").statusCode()).isEqualTo(302);
    }

    @Test
    void signing_in_again_gives_another_one_and_ends_the_old() {
        String old = browser.cookies().get("restante");
        browser.signIn("eve@example.org", "secret");
        assertThat(browser.cookies().get("restante")).isNotEqualTo(old);
        assertThat(signedIn()).isTrue();

        browser.cookies().put("restante", old);
        assertThat(signedIn()).isFalse();
    }

    @Test
    void without_staying_signed_in_it_lasts_until_the_browser_closes_or_twelve_idle_hours() {
        HttpResponse<String> in =
                browser.post("/login", "/login", Map.of("username", "eve@example.org", "password", "secret"));
        assertThat(in.headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("restante=")
                        && !cookie.contains("Max-Age")
                        && cookie.contains("HttpOnly")
                        && cookie.contains("SameSite=Lax")
                        && cookie.contains("Path=/")
                        && !cookie.contains("Secure"));

        clock.pass(Duration.ofHours(11));
        assertThat(signedIn()).isTrue();
        clock.pass(Duration.ofHours(11));
        assertThat(signedIn()).isTrue();
        clock.pass(Duration.ofHours(12));
        assertThat(signedIn()).isFalse();
    }

    @Test
    void staying_signed_in_it_lasts_thirty_days_whatever_happens() {
        HttpResponse<String> in = browser.post(
                "/login", "/login", Map.of("username", "eve@example.org", "password", "secret", "stay", "true"));
        assertThat(in.headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("restante=") && cookie.contains("Max-Age=2592000"));

        clock.pass(Duration.ofDays(29));
        assertThat(signedIn()).isTrue();
        clock.pass(Duration.ofDays(1));
        assertThat(signedIn()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Prefetch", "Sec-Purpose"})
    void what_the_browser_does_by_itself_is_no_use(String header) {
        String cookie = browser.cookies().get("restante");
        clock.pass(Duration.ofHours(11));
        HttpBrowser ahead = new HttpBrowser("http://localhost:" + port).header(header, "prefetch;prerender");
        ahead.cookies().put("restante", cookie);
        assertThat(ahead.get("/devices").statusCode()).isEqualTo(200);

        clock.pass(Duration.ofHours(2));
        assertThat(signedIn()).isFalse();
    }

    @Test
    void over_tls_it_is_secure_and_bound_to_the_host() {
        HttpBrowser secure = new HttpBrowser("http://localhost:" + port).header("X-Forwarded-Proto", "https");
        HttpResponse<String> in = secure.signIn("eve@example.org", "secret");

        assertThat(in.headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("__Host-restante=")
                        && cookie.contains("; Secure")
                        && cookie.contains("Path=/")
                        && !cookie.contains("Domain"));
        assertThat(secure.get("/devices").statusCode()).isEqualTo(200);
    }

    @Test
    void over_plain_http_beyond_this_machine_nobody_signs_in_and_the_page_says_why() {
        String page = RawHttp.ask(port, "GET /login HTTP/1.1", "Host: mail.example.org");
        assertThat(page)
                .startsWith("HTTP/1.1 200")
                .contains("connection is not private")
                .doesNotContain("<form class");

        String visit = "restante-visit=" + "0".repeat(32);
        String post = RawHttp.ask(
                port, "POST /login HTTP/1.1", "Host: mail.example.org", "Cookie: " + visit, "Content-Length: 0");
        assertThat(post).startsWith("HTTP/1.1 403").contains("connection is not private");

        String cookie = "restante=" + browser.cookies().get("restante");
        assertThat(RawHttp.ask(port, "GET /devices HTTP/1.1", "Host: mail.example.org", "Cookie: " + cookie))
                .startsWith("HTTP/1.1 302");
    }

    @Test
    void a_password_that_no_longer_works_signs_the_person_out_in_words() {
        browser.signIn("fay@example.org", "secret");
        assertThat(browser.get("/odd/mail").body()).isEqualTo("mailboxes: 0");
        mailStores.changePassword("fay@example.org");

        HttpResponse<String> out = browser.get("/odd/mail?page=2");

        assertThat(out.statusCode()).isEqualTo(303);
        String location = out.headers().firstValue("Location").orElseThrow();
        assertThat(location).isEqualTo("/login?next=%2Fodd%2Fmail%3Fpage%3D2&why=password");
        assertThat(browser.cookies()).doesNotContainKey("restante");
        assertThat(browser.get(location).body()).contains("no longer accepts your password");
    }
}
