package org.restante;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.restante.testing.BrowserDemo;
import org.restante.testing.BrowserLook;
import org.restante.testing.BrowserWindow;

/** Pages in a language that is written from the right. */
class MirroredPagesIT {

    @RegisterExtension
    static final BrowserDemo demo = new BrowserDemo();

    static List<BrowserLook> looks() {
        return List.of(BrowserLook.DESKTOP, BrowserLook.PHONE.dark());
    }

    private static BrowserWindow arabic(BrowserLook look) {
        BrowserWindow window = demo.open(look);
        window.page().setExtraHTTPHeaders(Map.of("Accept-Language", "ar"));
        return window;
    }

    @ParameterizedTest
    @MethodSource("looks")
    void have_no_barriers_and_do_not_scroll_sideways(BrowserLook look) {
        SoftAssertions softly = new SoftAssertions();
        try (BrowserWindow window = arabic(look)) {
            window.visit("/login");
            check(softly, window, "login");
            BrowserDemo.signIn(window.page());
            for (String path : List.of("/mail/INBOX", "/folders", "/devices", "/settings")) {
                window.visit(path);
                check(softly, window, path.substring(path.lastIndexOf('/') + 1));
            }
            openFirst(window.visit("/mail/INBOX"));
            check(softly, window, "message");
            softly.assertThat(window.problems()).isEmpty();
        }
        softly.assertAll();
    }

    @Test
    void have_the_folders_at_the_right() {
        try (BrowserWindow window = arabic(BrowserLook.DESKTOP)) {
            BrowserDemo.signIn(window.visit("/login"));
            Page page = window.page();
            BoundingBox folders = page.locator(".mail > .folders").boundingBox();
            BoundingBox list = page.locator(".rows").boundingBox();

            assertThat(page.title()).contains("البريد الوارد");
            assertThat(folders.x).isGreaterThan(list.x + list.width - 1);
        }
    }

    @Test
    void cut_what_is_written_from_the_left_at_its_end_and_still_begin_it_at_the_right() {
        try (BrowserWindow window = arabic(BrowserLook.DESKTOP)) {
            BrowserDemo.signIn(window.visit("/login"));
            Object styles = window.page()
                    .evaluate(
                            "(([s]) => [s.direction, s.textAlign].join())([...document.querySelectorAll('.row-subject')]"
                                    + ".filter((e) => /^[A-Z]/.test(e.textContent)).map((e) => getComputedStyle(e)))");

            assertThat(styles).isEqualTo("ltr,right");
        }
    }

    private static void openFirst(Page page) {
        page.locator(".row a").first().click();
        page.waitForURL("**/mail/INBOX/*");
    }

    private static void check(SoftAssertions softly, BrowserWindow window, String name) {
        window.picture("arabic-" + name);
        softly.assertThat(window.barriers()).as(name).isEmpty();
        softly.assertThat(window.page().getAttribute("html", "dir")).as(name).isEqualTo("rtl");
        Object wider =
                window.page().evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth");
        softly.assertThat(wider).as(name + " scrolls sideways").isEqualTo(false);
    }
}
