package org.restante.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.restante.testing.HttpBrowser;
import org.restante.testing.WebTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@WebTest
class SettingsTest {

    private static final String PAGE = "/settings";

    @LocalServerPort
    private int port;

    private HttpBrowser browser;
    private String person;

    @BeforeEach
    void sign_in() {
        person = "ada" + System.nanoTime() + "@example.org";
        browser = signedIn();
    }

    private HttpBrowser signedIn() {
        HttpBrowser fresh = new HttpBrowser("http://localhost:" + port);
        fresh.signIn(person, "secret");
        return fresh;
    }

    private HttpResponse<String> save(String... keysAndValues) {
        Map<String, String> fields = new HashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            fields.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return browser.post(PAGE, PAGE, fields);
    }

    private static Element root(HttpBrowser browser) {
        return HttpBrowser.document(browser.get(PAGE)).selectFirst("html");
    }

    private static String selected(Document page, String key) {
        return page.select("#" + key + " option[selected]").val();
    }

    @Test
    void are_as_the_browser_says_before_anything_is_chosen() {
        Document page = HttpBrowser.document(browser.get(PAGE));

        assertThat(page.select("select").eachAttr("name"))
                .containsExactly(
                        "language",
                        "zone",
                        "theme",
                        "density",
                        "layout",
                        "pageSize",
                        "after",
                        "view",
                        "shortcuts",
                        "deleting",
                        "deleted",
                        "cleaning",
                        "archiving",
                        "undo");
        assertThat(page.select("option[selected]").eachAttr("value"))
                .containsExactly(
                        "browser",
                        "browser",
                        "system",
                        "comfortable",
                        "panes",
                        "50",
                        "list",
                        "html",
                        "on",
                        "trash",
                        "shown",
                        "never",
                        "one",
                        "usual");
    }

    @Test
    void are_kept_and_said_to_be() {
        HttpResponse<String> answer = save("theme", "dark", "density", "compact", "layout", "rows", "shortcuts", "off");

        assertThat(answer.statusCode()).isEqualTo(303);
        String next = answer.headers().firstValue("Location").orElseThrow();
        Document page = HttpBrowser.document(browser.get(next.substring(next.indexOf(PAGE))));
        assertThat(page.select("main [role=status]").text()).isEqualTo("Saved.");
        assertThat(selected(page, "theme")).isEqualTo("dark");
        Element root = page.selectFirst("html");
        assertThat(root.attr("data-theme")).isEqualTo("dark");
        assertThat(root.attr("data-density")).isEqualTo("compact");
        assertThat(root.attr("data-layout")).isEqualTo("rows");
        assertThat(root.attr("data-shortcuts")).isEmpty();
    }

    @Test
    void hold_in_every_browser_of_the_person_at_once_and_in_no_one_elses() {
        HttpBrowser other = signedIn();
        person = "someone" + System.nanoTime() + "@example.org";
        HttpBrowser stranger = signedIn();

        save("theme", "light");

        assertThat(root(other).attr("data-theme")).isEqualTo("light");
        assertThat(root(stranger).attr("data-theme")).isEqualTo("system");
    }

    @Test
    void leave_what_was_not_sent_as_it_is() {
        save("theme", "dark");
        save("density", "compact");

        assertThat(root(browser).attr("data-theme")).isEqualTo("dark");
    }

    @Test
    void that_do_not_exist_are_refused_beside_their_field_and_nothing_is_lost() {
        HttpResponse<String> answer = save("theme", "neon", "zone", "Mars/Olympus", "density", "compact");

        assertThat(answer.statusCode()).isEqualTo(400);
        Document page = HttpBrowser.document(answer);
        assertThat(page.select("#theme-error, #zone-error")).hasSize(2);
        assertThat(page.select("#theme").attr("aria-describedby")).isEqualTo("theme-error");
        assertThat(page.select("#density-error")).isEmpty();
        assertThat(selected(page, "density")).isEqualTo("compact");
        assertThat(root(browser).attr("data-density")).isEqualTo("comfortable");
    }

    @Test
    void of_the_language_turn_the_page() {
        save("language", "ar");

        Document page = HttpBrowser.document(browser.get(PAGE));
        assertThat(page.selectFirst("html").attr("lang")).isEqualTo("ar");
        assertThat(page.selectFirst("html").attr("dir")).isEqualTo("rtl");
        assertThat(page.select("h1").text()).isEqualTo("الإعدادات");
        browser.header("Accept-Language", "de");
        assertThat(root(browser).attr("lang")).isEqualTo("ar");
    }

    @Test
    void of_the_time_zone_move_the_times() {
        browser.header("Accept-Language", "en-GB");
        save("zone", "Asia/Tokyo");
        String tokyo = HttpBrowser.document(browser.get("/devices"))
                .select(".device-times")
                .text();
        save("zone", "America/Los_Angeles");
        String losAngeles = HttpBrowser.document(browser.get("/devices"))
                .select(".device-times")
                .text();

        assertThat(tokyo).isNotEqualTo(losAngeles);
    }
}
