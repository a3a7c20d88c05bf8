package org.restante;

import com.microsoft.playwright.Page;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.restante.testing.BrowserDemo;
import org.restante.testing.BrowserLook;
import org.restante.testing.BrowserWindow;

/** What holds for every page, in light and dark colours, on a desk and on a telephone. */
class EveryPageIT {

    /** Subjects of messages that differ in what their pages hold. */
    private static final List<String> MESSAGES =
            List.of("Model photographs", "Advent concert", "صور المدرسة", "roof that learnt to float", "Your tickets");

    @RegisterExtension
    static final BrowserDemo demo = new BrowserDemo();

    static List<BrowserLook> looks() {
        return List.of(BrowserLook.DESKTOP, BrowserLook.DESKTOP.dark(), BrowserLook.PHONE, BrowserLook.PHONE.dark());
    }

    @ParameterizedTest
    @MethodSource("looks")
    void pages_have_no_barriers_and_cause_no_problems(BrowserLook look) {
        SoftAssertions softly = new SoftAssertions();
        try (BrowserWindow window = demo.open(look)) {
            window.visit("/login");
            check(softly, window, "login");
            BrowserDemo.signIn(window.page());
            for (String path : List.of(
                    "/mail/INBOX",
                    "/mail/Sent",
                    "/mail/Junk",
                    "/folders",
                    "/devices",
                    "/settings",
                    "/help/keyboard",
                    "/styleguide",
                    "/offline")) {
                window.visit(path);
                check(softly, window, path.substring(path.lastIndexOf('/') + 1));
            }
            for (String subject : MESSAGES) {
                open(window, subject);
                check(softly, window, "message-" + MESSAGES.indexOf(subject));
            }
            softly.assertThat(window.problems()).isEmpty();
            // The browser itself logs the status of an error page: such pages come last.
            window.visit("/mail/None");
            check(softly, window, "not-found");
        }
        softly.assertAll();
    }

    private static void open(BrowserWindow window, String subject) {
        Page page = window.visit("/mail/INBOX");
        page.locator(".row", new Page.LocatorOptions().setHasText(subject))
                .first()
                .locator("a")
                .click();
        page.waitForURL("**/mail/INBOX/*");
    }

    private static void check(SoftAssertions softly, BrowserWindow window, String name) {
        window.picture(name);
        softly.assertThat(window.barriers()).as(name).isEmpty();
        Object wider =
                window.page().evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth");
        softly.assertThat(wider).as(name + " scrolls sideways").isEqualTo(false);
    }
}
