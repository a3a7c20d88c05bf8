package org.restante.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.restante.testing.HttpBrowser;
import org.restante.testing.WebTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@WebTest
@Import(OddController.class)
class CsrfTest {

    private static final Map<String, String> RIGHT = Map.of("username", "ada@example.org", "password", "secret");

    @LocalServerPort
    private int port;

    private HttpBrowser browser;

    @BeforeEach
    void open_a_browser() {
        browser = new HttpBrowser("http://localhost:" + port);
    }

    private static Map<String, String> with(Map<String, String> fields, String token) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("_csrf", token);
        return all;
    }

    /** Returns the text with each of its characters changed in turn, shortened, lengthened, and in capitals. */
    private static List<String> changed(String text) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < text.length(); i++) {
            char other = text.charAt(i) == 'a' ? 'b' : 'a';
            all.add(text.substring(0, i) + other + text.substring(i + 1));
        }
        all.addAll(List.of(text.substring(1), text.substring(0, text.length() - 1), text + "0", "0" + text, ""));
        all.add(text.toUpperCase());
        return all;
    }

    @Test
    void a_sign_in_without_a_valid_token_shows_the_form_again_with_the_name_kept() {
        String token = HttpBrowser.token(browser.get("/login"));

        for (String wrong : changed(token)) {
            HttpResponse<String> answer = browser.postBare("/login", with(RIGHT, wrong));
            assertThat(answer.statusCode()).as(wrong).isEqualTo(403);
            assertThat(answer.body()).contains("had become too old", "ada@example.org");
            assertThat(HttpBrowser.token(answer)).hasSize(token.length());
        }
        assertThat(browser.cookies()).doesNotContainKey("restante");
    }

    @Test
    void the_form_that_is_shown_again_works() {
        HttpResponse<String> again = browser.postBare("/login", RIGHT);

        assertThat(browser.postBare("/login", with(RIGHT, HttpBrowser.token(again)))
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void a_token_works_only_in_the_browser_that_was_given_it() {
        String token = HttpBrowser.token(new HttpBrowser("http://localhost:" + port).get("/login"));
        browser.get("/login");

        assertThat(browser.postBare("/login", with(RIGHT, token)).statusCode()).isEqualTo(403);
    }

    @Test
    void every_byte_of_the_cookie_that_binds_the_form_counts() {
        String token = HttpBrowser.token(browser.get("/login"));
        String visit = browser.cookies().get("restante-visit");

        for (String wrong : changed(visit)) {
            browser.cookies().put("restante-visit", wrong);
            assertThat(browser.postBare("/login", with(RIGHT, token)).statusCode())
                    .as(wrong)
                    .isEqualTo(403);
        }
    }

    @Test
    void signed_in_a_forged_form_does_nothing_and_is_told_so() {
        browser.signIn("ada@example.org", "secret");
        String token = HttpBrowser.token(browser.get("/devices"));

        for (String wrong : changed(token)) {
            HttpResponse<String> answer = browser.postBare("/logout", Map.of("_csrf", wrong));
            assertThat(answer.statusCode()).as(wrong).isEqualTo(403);
            assertThat(answer.body()).contains("Nothing was done");
        }
        assertThat(browser.get("/devices").statusCode()).isEqualTo(200);
        assertThat(browser.postBare("/odd/mail", Map.of("_csrf", token)).body()).isEqualTo("changed: 0");
    }

    @Test
    void a_token_differs_on_each_page_and_all_of_them_work() {
        browser.signIn("ada@example.org", "secret");
        String first = HttpBrowser.token(browser.get("/devices"));
        String second = HttpBrowser.token(browser.get("/devices"));

        assertThat(first).isNotEqualTo(second);
        assertThat(browser.postBare("/odd/mail", Map.of("_csrf", second)).statusCode())
                .isEqualTo(200);
        assertThat(browser.postBare("/odd/mail", Map.of("_csrf", first)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_token_of_another_session_does_not_work() {
        HttpBrowser other = new HttpBrowser("http://localhost:" + port);
        other.signIn("ada@example.org", "secret");
        browser.signIn("ada@example.org", "secret");

        String token = HttpBrowser.token(other.get("/devices"));

        assertThat(browser.postBare("/odd/mail", Map.of("_csrf", token)).statusCode())
                .isEqualTo(403);
    }

    @Test
    void scripts_may_send_it_as_a_header_field() {
        browser.signIn("ada@example.org", "secret");
        browser.header("X-CSRF-Token", HttpBrowser.token(browser.get("/devices")));

        assertThat(browser.postBare("/odd/mail", Map.of("x", "y")).statusCode()).isEqualTo(200);
    }

    @Test
    void a_form_sent_after_the_session_ended_leads_to_the_sign_in_page() {
        HttpResponse<String> answer = browser.postBare("/odd/mail", Map.of("username", "x"));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("not signed in any more", "name=\"password\"");
    }
}
