package org.restante.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.restante.testing.FakeMailStores;
import org.restante.testing.HttpBrowser;
import org.restante.testing.WebTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@WebTest
@ExtendWith(OutputCaptureExtension.class)
class SignInTest {

    @LocalServerPort
    private int port;

    @Autowired
    private FakeMailStores mailStores;

    @LocalManagementPort
    private int managementPort;

    @Autowired
    private JdbcClient database;

    private HttpBrowser browser;

    @BeforeEach
    void open_a_browser() {
        browser = new HttpBrowser("http://localhost:" + port);
    }

    @Test
    void what_needs_a_session_leads_to_the_sign_in_page_and_from_there_on() {
        HttpResponse<String> refused = browser.get("/devices?x=1&y=%20");
        assertThat(refused.statusCode()).isEqualTo(302);
        assertThat(refused.headers().firstValue("Location")).contains("/login?next=%2Fdevices%3Fx%3D1%26y%3D%2520");

        String next = HttpBrowser.document(
                        browser.get(refused.headers().firstValue("Location").orElseThrow()))
                .select("input[name=next]")
                .val();
        HttpResponse<String> in = browser.post(
                "/login", "/login", Map.of("username", "ada@example.org", "password", "secret", "next", next));

        assertThat(in.statusCode()).isEqualTo(303);
        assertThat(in.headers().firstValue("Location")).contains("/devices?x=1&y=%20");
        assertThat(browser.get("/devices").body()).contains("Signed-in devices", "ada@example.org");
    }

    @ParameterizedTest
    @CsvSource({
        "wrong, 401, does not accept this name",
        "unreachable, 502, cannot be reached",
        "slow, 504, did not answer in time",
        "untrusted, 502, certificate is not trusted",
        "busy, 503, refuses sign-ins for now",
        "bare, 502, does not offer what is required"
    })
    void each_failure_has_its_status_and_its_words(String password, int status, String words) {
        HttpResponse<String> answer = browser.signIn("bob." + password + "@example.org", password);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(words).doesNotContain("server words");
        assertThat(HttpBrowser.document(answer).select("#username").val())
                .isEqualTo("bob." + password + "@example.org");
        assertThat(HttpBrowser.document(answer).select("#password").hasAttr("value"))
                .isFalse();
        assertThat(browser.cookies()).doesNotContainKey("restante");
    }

    @Test
    void signing_out_ends_the_session_and_what_was_open_for_it() {
        browser.signIn("cyd@example.org", "secret");
        String cookie = browser.cookies().get("restante");

        HttpResponse<String> out = browser.post("/devices", "/logout", Map.of());

        assertThat(out.statusCode()).isEqualTo(303);
        assertThat(out.headers().firstValue("Clear-Site-Data")).contains("\"cache\"");
        assertThat(browser.cookies()).doesNotContainKey("restante");
        assertThat(mailStores.closed("cyd@example.org")).isTrue();
        browser.cookies().put("restante", cookie);
        assertThat(browser.get("/devices").statusCode()).isEqualTo(302);
    }

    @Test
    void what_is_missing_is_said_beside_the_field() {
        HttpResponse<String> noName = browser.signIn(" ", "secret");
        assertThat(noName.statusCode()).isEqualTo(400);
        assertThat(HttpBrowser.document(noName).select("#username-error").text())
                .isNotEmpty();

        HttpResponse<String> noPassword = browser.signIn("ada@example.org", "");
        assertThat(HttpBrowser.document(noPassword).select("#password-error").text())
                .isNotEmpty();
        assertThat(HttpBrowser.document(noPassword).select("#password").attr("aria-describedby"))
                .isEqualTo("password-error");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sec\r\nret", "sec\u0000ret", "\n"})
    void no_line_break_reaches_the_mail_server(String password) {
        assertThat(browser.signIn("ada@example.org", password).statusCode()).isEqualTo(401);
        assertThat(browser.signIn("ad\r\na@example.org", "secret").statusCode()).isEqualTo(401);
    }

    @Test
    void what_was_typed_is_inert_on_the_page() {
        HttpResponse<String> answer = browser.signIn("\"><script>alert(1)</script>", "wrong");

        assertThat(answer.body()).doesNotContain("<script>alert");
    }

    @Test
    void guessing_ends_in_words_and_a_time_to_wait() {
        HttpResponse<String> answer = null;
        for (int i = 0; i < 11; i++) {
            answer = browser.signIn("guess@example.org", "wrong");
        }

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isEqualTo(900);
        assertThat(answer.body()).contains("Too many sign-ins failed");
        assertThat(browser.signIn("guess@example.org", "secret").statusCode()).isEqualTo(429);
    }

    @Test
    void the_form_helps_password_managers_and_asks_for_no_more_than_it_needs() {
        Document page = HttpBrowser.document(browser.get("/login?next=//evil.test"));

        assertThat(page.select("#username").attr("autocomplete")).isEqualTo("username");
        assertThat(page.select("#password").attr("autocomplete")).isEqualTo("current-password");
        assertThat(page.select("label[for=username], label[for=password], label[for=stay]"))
                .hasSize(3);
        assertThat(page.select("#server")).isEmpty();
        assertThat(page.select("[style], script:not([type=importmap]):not([src])"))
                .isEmpty();
    }

    @Test
    void nobody_is_led_to_another_origin() {
        HttpResponse<String> in = browser.post(
                "/login",
                "/login",
                Map.of("username", "ada@example.org", "password", "secret", "next", "//evil.test/"));

        assertThat(in.headers().firstValue("Location")).contains("/");
    }

    @Test
    void devices_are_listed_and_ended_from_the_page() {
        HttpBrowser other = new HttpBrowser("http://localhost:" + port).header("User-Agent", "X Firefox/1 (Linux)");
        other.signIn("dee@example.org", "secret");
        browser.signIn("dee@example.org", "secret");

        Document page = HttpBrowser.document(browser.get("/devices"));
        assertThat(page.select(".device")).hasSize(2);
        assertThat(page.text()).contains("Firefox on Linux");
        assertThat(browser.post("/devices", page.select(".device form").attr("action"), Map.of())
                        .statusCode())
                .isEqualTo(303);
        assertThat(other.get("/devices").statusCode()).isEqualTo(302);
        assertThat(browser.post("/devices", "/devices/0000/end", Map.of()).statusCode())
                .isEqualTo(404);

        other.signIn("dee@example.org", "secret");
        browser.post("/devices", "/devices/end-all", Map.of());
        assertThat(browser.get("/devices").statusCode()).isEqualTo(302);
        assertThat(other.get("/devices").statusCode()).isEqualTo(302);
    }

    @Test
    void a_password_stands_in_no_database_page_or_metric() {
        browser.signIn("yva@example.org", "canary");

        assertThat(database.sql("script").query(String.class).list())
                .isNotEmpty()
                .noneMatch(row -> row.contains("canary"));
        HttpBrowser operator = new HttpBrowser("http://localhost:" + managementPort + "/actuator");
        assertThat(operator.get("/metrics/http.server.requests").body())
                .contains("/login")
                .doesNotContain("canary");
        assertThat(operator.get("/env").statusCode()).isNotEqualTo(200);
        assertThat(browser.get("/devices").body()).doesNotContain("canary");
    }

    @ParameterizedTest
    @CsvSource({"stay, maybe", "zone, Mars/Olympus", "server, nowhere", "next, %", "username, '\u0001'"})
    void no_other_field_can_break_the_page(String field, String value) {
        Map<String, String> fields = new HashMap<>(Map.of("username", "ada@example.org", "password", "wrong"));
        fields.put(field, value);

        assertThat(browser.post("/login", "/login", fields).statusCode()).isBetween(400, 429);
    }

    @Test
    void passwords_and_names_stand_in_no_log(CapturedOutput output) {
        browser.signIn("zoe.canary@example.org", "canary-wrong");
        browser.signIn("zoe.canary@example.org", "canary");
        browser.postBare("/logout", Map.of("_csrf", "wrong"));

        assertThat(output).contains("Sign-in on test failed", "without a valid token");
        assertThat(output).doesNotContain("canary");
    }
}
