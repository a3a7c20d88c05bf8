package org.restante.testing;

import com.microsoft.playwright.Page;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.restante.demo.DemoMailServer;

/**
 * The application before the demo's mail server, and a browser. All test classes share them, and each has a person of its own with all the
 * mail. Skips the class where there is no Chromium.
 */
public final class BrowserDemo implements BeforeAllCallback {

    private record Demo(DemoMailServer mail, RunningRestante restante) implements AutoCloseable {

        static Demo start(boolean atNoon) throws Exception {
            ZonedDateTime now = atNoon ? new AdjustableClock().instant().atZone(ZoneOffset.UTC) : ZonedDateTime.now();
            DemoMailServer mail = DemoMailServer.start(now);
            String[] properties = {
                "restante.styleguide=true",
                "restante.servers.default.submission=" + mail.submission(),
                "restante.outbox.undo=5s"
            };
            return new Demo(
                    mail,
                    atNoon
                            ? RunningRestante.atNoon(mail.incoming(), properties)
                            : RunningRestante.inFrontOf(mail.incoming(), properties));
        }

        @Override
        public void close() {
            restante.close();
            mail.close();
        }
    }

    private final boolean atNoon;
    private Browser browser;
    private Demo demo;
    private String address;

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
    public void beforeAll(ExtensionContext context) {
        browser = Shared.by(context, Browser.class, Browser::launch);
        demo = Shared.by(context, Demo.class, () -> Demo.start(atNoon));
        address = atNoon ? DemoMailServer.ADDRESS : demo.mail().anotherPerson();
    }

    /** Returns the address and sign-in name of the class's person. */
    public String address() {
        return address;
    }

    /** Opens a window in which nobody is signed in, and no page yet. */
    public BrowserWindow open(BrowserLook look) {
        return browser.open(demo.restante().origin(), look);
    }

    /** Opens a window with the person's inbox. */
    public BrowserWindow signedIn(BrowserLook look) {
        BrowserWindow window = open(look);
        signIn(window.visit("/"));
        return window;
    }

    /** Fills in the sign-in page and sends it. */
    public void signIn(Page page) {
        signIn(page, address);
    }

    /** Fills in the sign-in page for one of the demo's people and sends it. */
    public static void signIn(Page page, String address) {
        page.fill("input[name=username]", address);
        page.fill("input[name=password]", DemoMailServer.PASSWORD);
        page.click("form.sign-in button[type=submit]");
        page.waitForURL("**/mail/INBOX");
    }
}
