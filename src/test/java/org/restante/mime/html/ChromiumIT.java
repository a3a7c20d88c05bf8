package org.restante.mime.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.restante.mime.DecodedText;
import org.restante.mime.Display;
import org.restante.mime.EnglishNotices;
import org.restante.mime.MessageBody;
import org.restante.mime.Part;
import org.restante.mime.PartId;
import org.restante.testing.Browser;
import org.restante.testing.BrowserLook;
import org.restante.testing.BrowserWindow;
import org.restante.testing.Corpora;
import org.restante.testing.Corpora.Sample;

/** What the sanitiser lets through is shown without any policy around it: it must be harmless alone, and read by a browser as it was checked. */
class ChromiumIT {

    private static Browser browser;
    private static BrowserWindow window;

    private final HtmlSanitizer sanitizer = new HtmlSanitizer(InlineImages.NONE);

    @BeforeAll
    static void start() {
        browser = Browser.launch();
        window = browser.open("http://localhost", BrowserLook.DESKTOP);
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void own_attacks_do_nothing_and_are_read_as_they_were_checked() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/messages/hostile"))) {
            for (Path file :
                    files.filter(name -> name.toString().endsWith(".html")).toList()) {
                check(new Sample(file.getFileName().toString(), Files.readString(file)));
            }
        }
    }

    @Test
    void variations_of_attacks_do_nothing_and_are_read_as_they_were_checked() throws IOException {
        Files.readAllLines(HtmlSanitizerTest.VARIATIONS).forEach(html -> check(new Sample(html, html)));
    }

    @Test
    void attacks_of_the_corpora_do_nothing_and_are_read_as_they_were_checked() throws IOException {
        Corpora.samples("xss.jsonl", "html").forEach(this::check);
    }

    @Test
    void random_markup_is_read_as_it_was_checked() {
        RandomMarkup markup = new RandomMarkup(1);
        for (int i = 0; i < 500; i++) {
            String html = markup.next();
            check(new Sample(html, html));
        }
    }

    @Test
    void a_sender_cannot_hide_where_a_link_leads() throws IOException {
        Part part = new Part(Optional.of(new PartId("1")), "text/html", Map.of(), "", "7bit", 1, "", "", List.of());
        String attack =
                "<style>body,html,span,.restante-host,a+span{display:none !important;font-size:0 !important;color:#fff"
                        + " !important}body{height:0 !important;opacity:0 !important;float:left}</style><a"
                        + " href='http://evil.example/'>http://bank.example/</a>";
        String html = MessageBody.render(
                        Display.of(part),
                        any -> DecodedText.of(attack),
                        new MessageBody.Options(
                                false,
                                new MessageBody.Style("", ""),
                                id -> "/" + id,
                                RemoteImages.NONE,
                                new EnglishNotices(),
                                ""))
                .html();
        window.page().setContent(html);
        assertThat(window.page().locator(".restante-host").boundingBox().height).isGreaterThan(10);
        assertThat(window.page().locator(".restante-host").isVisible()).isTrue();
    }

    private void check(Sample attack) {
        String safe = sanitizer.sanitize(attack.content()).html();
        window.page().setContent("<!DOCTYPE html><html><head></head><body><div>" + safe + "</div></body></html>");
        String read = (String) window.page().evaluate("document.body.innerHTML");
        assertThat(window.problems()).as(attack.id()).isEmpty();
        assertThat(tree(read)).as(attack.id()).isEqualTo(tree("<div>" + safe + "</div>"));
    }

    /** White space is left out: what a browser writes of a pre loses its first line break when it is read again. */
    private static String tree(String html) {
        Document document = Jsoup.parse("<!DOCTYPE html>" + html);
        document.outputSettings().prettyPrint(false);
        return document.body().html().replaceAll("\\s+", "");
    }
}
