package org.restante;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ForcedColors;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.restante.demo.DemoMailServer;
import org.restante.testing.BrowserDemo;
import org.restante.testing.BrowserLook;
import org.restante.testing.BrowserWindow;
import org.restante.testing.Keyboard;

/** The main job without a mouse, from signing in to signing out; wherever the focus is, it is seen. */
class KeyboardAloneIT {

    @RegisterExtension
    static final BrowserDemo demo = new BrowserDemo();

    static List<BrowserLook> looks() {
        return List.of(BrowserLook.DESKTOP, BrowserLook.DESKTOP.dark().withoutScript());
    }

    @ParameterizedTest
    @MethodSource("looks")
    void does_the_whole_main_job(BrowserLook look) {
        try (BrowserWindow window = demo.open(look)) {
            Page page = window.visit("/");
            Keyboard keyboard = new Keyboard(page);
            signsIn(page, keyboard);
            looksThroughFolders(page, keyboard, look.script());
            readsAndDownloads(page, keyboard);
            marks(page, keyboard, look.script());
            changesSettings(page, keyboard, look.script());
            signsOut(page, keyboard);

            assertThat(window.problems()).isEmpty();
        }
    }

    private static void signsIn(Page page, Keyboard keyboard) {
        assertThat(page.locator("#username")).isFocused();
        keyboard.type(demo.address())
                .tabTo(page.locator("#password"))
                .type(DemoMailServer.PASSWORD)
                .press("Enter");
        assertThat(page).hasURL(Pattern.compile("/mail/INBOX$"));
    }

    private static void looksThroughFolders(Page page, Keyboard keyboard, boolean script) {
        keyboard.use(page.locator("a.skip-link"), "Enter");
        assertThat(page.locator("#main")).isFocused();
        Locator rows = page.locator("#list .row");
        String newest = rows.first().getAttribute("data-ref");
        if (script) {
            keyboard.tabTo(rows.first().locator(".row-link"));
            while (rows.count() <= 60) {
                keyboard.press("j");
            }
        } else {
            keyboard.use(page.locator("a[rel=next]"), "Enter");
            assertThat(rows.first()).not().hasAttribute("data-ref", newest);
        }
        page.navigate("/mail/INBOX");
        keyboard.use(page.locator("#folders [data-folder=Sent]"), "Enter");
        assertThat(page).hasURL(Pattern.compile("/mail/Sent$"));
        if (script) {
            assertThat(page.locator("#list-title")).isFocused();
            keyboard.backTo(page.locator("#folders [data-folder=INBOX]")).press("Enter");
        } else {
            keyboard.use(page.locator("#folders [data-folder=INBOX]"), "Enter");
        }
        assertThat(page).hasURL(Pattern.compile("/mail/INBOX$"));
    }

    private static void readsAndDownloads(Page page, Keyboard keyboard) {
        keyboard.use(row(page).locator(".row-link"), "Enter");
        assertThat(page.locator("#subject")).hasText("Recording of the Pärt, please listen before we meet");
        Locator attachment = page.locator("a.attachment");
        Download download = page.waitForDownload(() -> keyboard.use(attachment, "Enter"));
        assertThat(download.suggestedFilename()).isEqualTo("Notes on the Pärt.txt");
    }

    private static void marks(Page page, Keyboard keyboard, boolean script) {
        keyboard.backTo(page.locator("#message [data-act=unseen]")).press("Enter");
        assertThat(page).hasURL(Pattern.compile("/mail/INBOX(\\?.*)?$"));
        assertThat(row(page)).hasClass(Pattern.compile("\\bunread\\b"));
        Locator tick = row(page).locator("[name=ref][type=checkbox]");
        if (script) {
            assertThat(row(page).locator(".row-link")).isFocused();
            keyboard.backTo(tick).press("Space");
        } else {
            keyboard.use(tick, "Space");
        }
        keyboard.backTo(page.locator(".list-acts [data-act=seen]")).press("Enter");
        assertThat(row(page)).not().hasClass(Pattern.compile("\\bunread\\b"));
        if (script) {
            assertThat(row(page).locator(".row-link")).isFocused();
        }
    }

    private static void changesSettings(Page page, Keyboard keyboard, boolean script) {
        if (script) {
            keyboard.press("Control+k").type("settings");
            assertThat(page.locator("#palette [role=option]")).hasText(new String[] {"Settings"});
            keyboard.press("Enter");
        } else {
            keyboard.use(page.locator(".account summary"), "Enter");
            keyboard.use(page.locator(".account a[href$='/settings']"), "Enter");
        }
        keyboard.use(page.locator("#pageSize"), "ArrowDown");
        keyboard.use(page.locator("main form button[type=submit]"), "Enter");
        assertThat(page.locator("main [role=status]")).hasText("Saved.");
        assertThat(page.locator("#pageSize")).hasValue("25");
        keyboard.use(page.locator("#pageSize"), "ArrowUp");
        keyboard.use(page.locator("main form button[type=submit]"), "Enter");
        assertThat(page.locator("#pageSize")).hasValue("50");
    }

    private static void signsOut(Page page, Keyboard keyboard) {
        keyboard.use(page.locator(".account summary"), "Enter");
        keyboard.use(page.locator(".account .sign-out button"), "Enter");
        assertThat(page.locator("form.sign-in")).isVisible();
    }

    private static Locator row(Page page) {
        return page.locator("#list .row", new Page.LocatorOptions().setHasText("Recording of the Pärt"));
    }

    @Test
    void sees_the_focus_in_forced_colours_too() {
        try (BrowserWindow window = demo.signedIn(BrowserLook.DESKTOP)) {
            Page page = window.page();
            page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
            Keyboard keyboard = new Keyboard(page);
            keyboard.tabTo(page.locator("#list .row").nth(1).locator(".row-flag"))
                    .press("o");
            assertThat(page.locator("#subject")).isFocused();
            keyboard.backTo(page.locator("#message [data-act=unseen]"));
            keyboard.press("Control+k");
            assertThat(page.locator("#palette input")).isFocused();
            assertThat(page.locator("#palette input")).not().hasCSS("outline-style", "none");
        }
    }
}
