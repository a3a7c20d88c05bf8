package org.restante.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.restante.testing.HttpBrowser;
import org.restante.testing.WebTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Which key does what, changed by a form. */
@WebTest
class ShortcutsTest {

    private static final String PAGE = "/settings/shortcuts";

    @LocalServerPort
    private int port;

    private HttpBrowser browser;

    @BeforeEach
    void sign_in() {
        browser = new HttpBrowser("http://localhost:" + port);
        browser.signIn("grace" + System.nanoTime() + "@example.org", "secret");
    }

    private HttpResponse<String> save(Map<String, String> fields) {
        return browser.post(PAGE, PAGE, fields);
    }

    private Document page(String path) {
        return HttpBrowser.document(browser.get(path));
    }

    private String keys() {
        return page(PAGE).selectFirst("html").attr("data-shortcuts");
    }

    @Test
    void are_those_of_other_webmails_at_first() {
        assertThat(keys()).contains("next j\n", "unseen U\n", "inbox g i\n");
        assertThat(page(PAGE).select("#key-next").val()).isEqualTo("j");
        assertThat(page("/help/keyboard").select("dl").text()).contains("j The next message", "Shift U Mark as unread");
    }

    @Test
    void are_kept_as_they_were_typed_and_hold_on_every_page() {
        HttpResponse<String> answer = save(Map.of("next", "n", "unseen", "Shift+x", "help", ""));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(keys()).contains("next n\n", "unseen X\n", "previous k\n").doesNotContain("help");
        assertThat(page(PAGE).select("#key-unseen").val()).isEqualTo("X");
        assertThat(page("/help/keyboard").select("dl").text())
                .contains("n The next message", "Shift X")
                .doesNotContain("These shortcuts");
    }

    @Test
    void that_get_in_each_others_way_are_refused_beside_both_fields_and_nothing_is_lost() {
        HttpResponse<String> answer = save(Map.of("next", "k", "flag", "g", "seen", "Enter", "open", "p"));

        assertThat(answer.statusCode()).isEqualTo(400);
        Document page = HttpBrowser.document(answer);
        assertThat(page.select("main [role=alert]").text()).startsWith("Nothing was saved yet.");
        assertThat(page.select("#key-next-error").text()).isEqualTo("This gets in the way of: The previous message.");
        assertThat(page.select("#key-previous-error, #key-flag-error, #key-inbox-error, #key-seen-error"))
                .hasSize(4);
        assertThat(page.select("#key-open-error")).isEmpty();
        assertThat(page.select("#key-seen").attr("aria-describedby")).isEqualTo("key-seen-error");
        assertThat(page.select("#key-seen").val()).isEqualTo("Enter");
        assertThat(page.select("#key-open").val()).isEqualTo("p");
        assertThat(keys()).contains("next j\n", "open o\n");
    }

    @Test
    void can_all_be_taken_back() {
        save(Map.of("next", "n", "help", ""));

        browser.post(PAGE, PAGE + "/reset", Map.of("next", "z"));

        assertThat(keys()).isEqualTo(Keys.standard().lines());
    }

    @Test
    void are_not_on_any_page_where_they_are_off() {
        browser.post("/settings", "/settings", Map.of("shortcuts", "off"));

        assertThat(keys()).isEmpty();
        assertThat(page("/help/keyboard").select("main .notice").text()).contains("switched off");
        assertThat(page("/help/keyboard").select(".account kbd")).isEmpty();
    }
}
