package org.restante;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.restante.testing.BrowserDemo;
import org.restante.testing.BrowserLook;
import org.restante.testing.BrowserWindow;
import org.restante.testing.SmallPicture;

/** Takes the pictures in {@code docs/screenshots}; no part of the tests: {@code mvn verify -Pscreenshots} runs it alone. */
class Screenshots {

    @RegisterExtension
    static final BrowserDemo demo = BrowserDemo.atNoon();

    static Stream<Arguments> variants() {
        return Stream.of(
                Arguments.of("desktop-light", BrowserLook.DESKTOP, "en-GB", "Your tickets"),
                Arguments.of("desktop-dark", BrowserLook.DESKTOP.dark(), "en-GB", "Your tickets"),
                Arguments.of("phone", BrowserLook.PHONE, "en-GB", "Your tickets"),
                Arguments.of("arabic", BrowserLook.DESKTOP, "ar", "صور المدرسة"));
    }

    @ParameterizedTest
    @MethodSource("variants")
    void are_taken(String variant, BrowserLook look, String language, String subject) throws IOException {
        try (BrowserWindow window = demo.open(look)) {
            Page page = window.page();
            page.setExtraHTTPHeaders(Map.of("Accept-Language", language));
            window.visit("/login");
            take(page, "sign-in", variant, false);
            demo.signIn(page);
            take(page, "inbox", variant, false);
            open(page, subject);
            take(page, "message", variant, false);
            window.visit("/mail/None");
            take(page, "error", variant, false);
            window.visit("/styleguide");
            take(page, "styleguide", variant, true);
        }
    }

    private static void open(Page page, String subject) {
        page.locator(".row", new Page.LocatorOptions().setHasText(subject))
                .first()
                .locator(".row-link")
                .click();
        page.waitForURL("**/mail/INBOX/*");
        page.locator("iframe.body.arrived").elementHandle().contentFrame().waitForLoadState();
        page.waitForFunction("() => !document.querySelector('.reader .row.unread, #list .row.open.unread')");
    }

    private static void take(Page page, String name, String variant, boolean whole) throws IOException {
        page.mouse().move(0, 0);
        byte[] picture = page.screenshot(
                new Page.ScreenshotOptions().setFullPage(whole).setAnimations(ScreenshotAnimations.DISABLED));
        SmallPicture.write(picture, Path.of("docs", "screenshots", name + "-" + variant + ".png"));
    }
}
