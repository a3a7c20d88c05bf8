package org.restante.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.restante.testing.HttpBrowser;
import org.restante.testing.RawHttp;
import org.restante.testing.WebTest;
import org.restante.web.Language;
import org.springframework.boot.test.web.server.LocalServerPort;

@WebTest
class PersonalLocaleTest {

    @LocalServerPort
    private int port;

    private HttpBrowser browser;

    @BeforeEach
    void open_a_browser() {
        browser = new HttpBrowser("http://localhost:" + port);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void shows_the_sign_in_page_in_the_browsers_language(Language language) {
        browser.header("Accept-Language", language.tag());
        Document page = HttpBrowser.document(browser.get("/login"));

        assertThat(page.selectFirst("html").attr("lang")).isEqualTo(language.tag());
        assertThat(page.text()).doesNotContain("??");
        if (language != Language.ENGLISH) {
            assertThat(page.select("h1").text()).isNotEqualTo("Sign in");
        }
    }

    @ParameterizedTest
    @CsvSource({"ar, rtl", "he, rtl", "en, ltr", "ja, ltr", "hi, ltr"})
    void mirrors_what_is_written_from_the_right(String tag, String direction) {
        browser.header("Accept-Language", tag);

        assertThat(HttpBrowser.document(browser.get("/login"))
                        .selectFirst("html")
                        .attr("dir"))
                .isEqualTo(direction);
    }

    @Test
    void refuses_in_the_browsers_language() {
        browser.header("Accept-Language", "de");

        assertThat(browser.signIn("ada@example.org", "wrong").body())
                .contains("Der Mailserver nimmt diesen Namen und dieses Passwort nicht an.");
    }

    @Test
    void shows_problems_in_it() {
        browser.signIn("ada@example.org", "secret");
        browser.header("Accept-Language", "fr");

        Document nowhere = HttpBrowser.document(browser.get("/nowhere"));
        Document noFolder = HttpBrowser.document(browser.get("/mail/None"));

        assertThat(nowhere.selectFirst("html").attr("lang")).isEqualTo("fr");
        assertThat(nowhere.select("h1").text()).isEqualTo("Il n’y a rien ici");
        assertThat(noFolder.select("h1").text()).isEqualTo("Ce dossier n’existe pas");
    }

    @Test
    void even_those_of_requests_that_reach_no_page() {
        String answer = RawHttp.ask(port, "GET /%zz HTTP/1.1", "Host: localhost", "Accept-Language: he");

        assertThat(Jsoup.parse(answer.substring(answer.indexOf("<!DOCTYPE")))
                        .select("html")
                        .attr("dir"))
                .isEqualTo("rtl");
    }
}
