package org.restante.testing;

import com.microsoft.playwright.Page;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.restante.demo.DemoMailServer;

/** For one test class: the demo's mail, the application in front of it, and a browser. Skips the class where there is no Chromium. */
public final class BrowserDemo implements BeforeAllCallback, AfterAllCallback {

    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final boolean atNoon;
    private Browser browser;
    private RunningRestante restante;

    /** Mail and pages are of today. */
    public BrowserDemo() {
        this(false);
    }

    private BrowserDemo(boolean atNoon) {
        this.atNoon = atNoon;
    }

    /** It is noon, always on the same day, so that pages look the same whenever they are looked at. */
    public static BrowserDemo atNoon() {
        return new BrowserDemo(true);
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        browser = started(Browser.launch());
        ZonedDateTime now = atNoon ? new AdjustableClock().instant().atZone(ZoneOffset.UTC) : ZonedDateTime.now();
        DemoMailServer mail = started(DemoMailServer.start(now));
        String[] properties = {
            "restante.styleguide=true",
            "restante.servers.default.submission=" + mail.submission(),
            "restante.outbox.undo=4s"
        };
        restante = started(
                atNoon
                        ? RunningRestante.atNoon(mail.incoming(), properties)
                        : RunningRestante.inFrontOf(mail.incoming(), properties));
    }

    private <T extends AutoCloseable> T started(T server) {
        started.push(server);
        return server;
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        while (!started.isEmpty()) {
            started.pop().close();
        }
    }

    /** Opens a window in which nobody is signed in, and no page yet. */
    public BrowserWindow open(BrowserLook look) {
        return browser.open(restante.origin(), look);
    }

    /** Opens a window with the inbox of the demo's person. */
    public BrowserWindow signedIn(BrowserLook look) {
        BrowserWindow window = open(look);
        signIn(window.visit("/"));
        return window;
    }

    /** Fills in the sign-in page and sends it. */
    public static void signIn(Page page) {
        page.fill("input[name=username]", DemoMailServer.ADDRESS);
        page.fill("input[name=password]", DemoMailServer.PASSWORD);
        page.click("form.sign-in button[type=submit]");
        page.waitForURL("**/mail/INBOX");
    }
}
