package org.restante;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.nio.file.Files;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.restante.demo.DemoMailServer;
import org.restante.testing.Browser;
import org.restante.testing.BrowserDemo;
import org.restante.testing.BrowserLook;
import org.restante.testing.BrowserWindow;
import org.restante.testing.ForwardingProxy;
import org.restante.testing.RunningRestante;
import org.restante.testing.TestCertificate;

/** Everything below a context path, behind a proxy that ends TLS: no address, cookie or script forgets where it is. */
class BehindProxyIT {

    /** The scope of the service worker, once it is there; one that does not come fails the test instead of holding it up. */
    private static final String INSTALLED = """
            Promise.race([
              navigator.serviceWorker.ready.then(worker => worker.scope),
              new Promise((found, lost) => setTimeout(() => lost(new Error('no service worker')), 30000)),
            ])""";

    private static final Deque<AutoCloseable> started = new ArrayDeque<>();
    private static Browser browser;
    private static RunningRestante restante;
    private ForwardingProxy proxy;

    @BeforeAll
    static void start() throws Exception {
        browser = started(Browser.launchTrusting(TestCertificate.forLoopback()));
        DemoMailServer mail = started(DemoMailServer.start(ZonedDateTime.now()));
        restante = started(RunningRestante.inFrontOf(mail.incoming(), "server.servlet.context-path=/post"));
    }

    private static <T extends AutoCloseable> T started(T server) {
        started.push(server);
        return server;
    }

    @AfterAll
    static void stop() throws Exception {
        while (!started.isEmpty()) {
            started.pop().close();
        }
    }

    @BeforeEach
    void connect() throws IOException {
        proxy = ForwardingProxy.before(restante.origin());
    }

    @AfterEach
    void disconnect() {
        proxy.close();
    }

    @Test
    void everything_works_from_signing_in_to_signing_out() throws Exception {
        try (BrowserWindow window = browser.open(proxy.origin(), BrowserLook.DESKTOP)) {
            Page page = window.visit("/post/");
            installs(page);
            BrowserDemo.signIn(page, DemoMailServer.ADDRESS);
            assertCookiesOfTls(page);
            listsAndOpens(page);
            marks(page);
            downloads(page);
            changesSettings(page);
            signsOut(page);

            assertThat(window.problems()).isEmpty();
        }
    }

    @Test
    void without_scripts_too() {
        try (BrowserWindow window = browser.open(proxy.origin(), BrowserLook.PHONE.withoutScript())) {
            Page page = window.visit("/post/");
            BrowserDemo.signIn(page, DemoMailServer.ADDRESS);
            page.locator("a[rel=next]").click();
            assertThat(page).hasURL(Pattern.compile("/post/mail/INBOX\\?page=2$"));
            page.locator("#list .row-link").first().click();
            page.locator("#message [data-act=flag]").click();
            assertThat(page.locator("#message [data-act=unflag]")).isVisible();
            page.locator(".bottom-bar a[href$='/settings']").click();
            choosesDark(page);
            signsOut(page);
            assertThat(window.problems()).isEmpty();
        }
    }

    private void installs(Page page) {
        assertThat(page).hasURL(proxy.origin() + "/post/login");
        Object manifest =
                page.evaluate("fetch(document.querySelector('link[rel=manifest]').href).then(answer => answer.text())");
        assertThat((String) manifest).contains("\"start_url\":\"/post/\"", "\"scope\":\"/post/\"", "\"/post/assets/");
        assertThat(page.evaluate(INSTALLED)).isEqualTo(proxy.origin() + "/post/");
    }

    private void assertCookiesOfTls(Page page) {
        List<Cookie> cookies = page.context().cookies();
        assertThat(cookies).extracting(cookie -> cookie.name).contains("__Host-restante");
        assertThat(cookies).allMatch(cookie -> cookie.secure && cookie.httpOnly && cookie.path.equals("/"));
    }

    private static void listsAndOpens(Page page) {
        page.evaluate("window.same = true");
        Locator rows = page.locator("#list .row");
        while (rows.count() <= 60) {
            rows.last().scrollIntoViewIfNeeded();
        }
        page.locator("#folders [data-folder=Sent]").click();
        assertThat(page).hasURL(Pattern.compile("/post/mail/Sent$"));
        page.locator("#folders [data-folder=INBOX]").click();
        row(page).locator(".row-link").click();
        assertThat(page.locator("#subject")).hasText("Recording of the Pärt, please listen before we meet");
        assertThat(page.frameLocator("iframe.body").locator("body")).containsText("in the order of pain");
        assertThat(page.evaluate("window.same")).isEqualTo(true);
    }

    private static void marks(Page page) {
        Locator flagging =
                page.locator("#message :is([data-act=flag], [data-act=unflag])").first();
        String act = flagging.getAttribute("data-act");
        flagging.click();
        assertThat(flagging).not().hasAttribute("data-act", act);
        flagging.click();
        assertThat(flagging).hasAttribute("data-act", act);
        page.locator("#message [data-act=unseen]").click();
        assertThat(row(page)).hasClass(Pattern.compile("\\bunread\\b"));
        assertThat(page.locator(".toast")).containsText("1 message is marked as unread.");
        assertThat(page.evaluate("window.same")).isEqualTo(true);
    }

    private static void downloads(Page page) throws Exception {
        row(page).locator(".row-link").click();
        Locator attachment = page.locator("a.attachment");
        Download download = page.waitForDownload(attachment::click);
        assertThat(Files.readString(download.path())).startsWith("bar 12: sopranos");
    }

    private static void changesSettings(Page page) {
        page.locator(".account summary").click();
        page.locator(".account a[href$='/settings']").click();
        choosesDark(page);
    }

    private static void choosesDark(Page page) {
        page.selectOption("#theme", "dark");
        page.locator("main form button[type=submit]").click();
        assertThat(page).hasURL(Pattern.compile("/post/settings\\?saved=true$"));
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
    }

    private static void signsOut(Page page) {
        page.locator(".account summary").click();
        page.locator(".account .sign-out button").click();
        assertThat(page.locator("form.sign-in")).isVisible();
        assertThat(page).hasURL(Pattern.compile("/post/login"));
    }

    @Test
    void without_a_network_a_page_says_so_and_no_mail_is_kept() throws Exception {
        try (BrowserWindow window = browser.open(proxy.origin(), BrowserLook.DESKTOP)) {
            Page page = window.visit("/post/");
            page.evaluate(INSTALLED);
            BrowserDemo.signIn(page, DemoMailServer.ADDRESS);
            row(page).locator(".row-link").click();
            assertThat(page.frameLocator("iframe.body").locator("body")).containsText("in the order of pain");
            Object kept = page.evaluate("""
                    async () => {
                      const caching = (await caches.keys()).map(name => caches.open(name).then(cache => cache.keys()));
                      return (await Promise.all(caching)).flat().map(request => new URL(request.url).pathname);
                    }""");
            assertThat((List<?>) kept)
                    .hasSizeGreaterThan(5)
                    .allMatch(path ->
                            path.equals("/post/offline") || path.toString().startsWith("/post/assets/"));

            proxy.close();
            page.navigate("/post/mail/Sent");

            assertThat(page.locator("h1")).hasText("You are not connected");
            assertThat(page.locator("main")).containsText("Your mail is safe on the mail server.");
            assertThat(page.locator(".account")).hasCount(0);
            assertThat(page.evaluate("getComputedStyle(document.querySelector('.brand')).display"))
                    .as("styled")
                    .isNotEqualTo("inline");
            assertThat(window.barriers()).isEmpty();
        }
    }

    private static Locator row(Page page) {
        return page.locator("#list .row", new Page.LocatorOptions().setHasText("Recording of the Pärt"));
    }
}
