package org.restante.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.restante.testing.FakeMailStores;
import org.restante.testing.HttpBrowser;
import org.restante.testing.WebTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@WebTest
class SignInTest {

    @LocalServerPort
    private int port;

    @Autowired
    private FakeMailStores mailStores;

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
}
