package org.restante.mime.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.restante.testing.Corpora;
import org.restante.testing.Corpora.Sample;
import org.restante.testing.Required;

/** What the sanitiser lets through is shown without any policy around it: it must be harmless alone, and read by a browser as it was checked. */
class ChromiumIT {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    private static Playwright playwright;
    private static Page page;
    private static final List<String> EVENTS = new ArrayList<>();

    private final HtmlSanitizer sanitizer = new HtmlSanitizer(InlineImages.NONE);

    @BeforeAll
    static void start() {
        Required.program("chromium", Files.isExecutable(CHROMIUM));
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
        page = browser.newPage();
        page.onDialog(dialog -> {
            EVENTS.add("dialog " + dialog.message());
            dialog.dismiss();
        });
        page.onRequest(request -> EVENTS.add("request " + request.url()));
    }

    @AfterAll
    static void stop() {
        if (playwright != null) {
            playwright.close();
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
    void attacks_of_the_corpora_do_nothing_and_are_read_as_they_were_checked() throws IOException {
        Corpora.samples("xss.jsonl", "html").forEach(this::check);
    }

    private void check(Sample attack) {
        String safe = sanitizer.sanitize(attack.content()).html();
        EVENTS.clear();
        page.setContent("<!DOCTYPE html><html><head></head><body><div>" + safe + "</div></body></html>");
        String read = (String) page.evaluate("document.body.innerHTML");
        assertThat(EVENTS).as(attack.id()).isEmpty();
        assertThat(tree(read)).as(attack.id()).isEqualTo(tree("<div>" + safe + "</div>"));
    }

    private static String tree(String html) {
        Document document = Jsoup.parse("<!DOCTYPE html>" + html);
        document.outputSettings().prettyPrint(false);
        return document.body().html();
    }
}
