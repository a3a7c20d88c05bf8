package org.restante;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.restante.testing.BrowserDemo;
import org.restante.testing.BrowserLook;
import org.restante.testing.BrowserWindow;

/** Pages in a language that is written from the right. */
class MirroredPagesIT {

    @RegisterExtension
    static final BrowserDemo demo = new BrowserDemo();

    private static BrowserWindow arabic(BrowserLook look) {
        BrowserWindow window = demo.open(look);
        window.page().setExtraHTTPHeaders(Map.of("Accept-Language", "ar"));
        demo.signIn(window.visit("/login"));
        return window;
    }

    @Test
    void have_the_folders_at_the_right() {
        try (BrowserWindow window = arabic(BrowserLook.DESKTOP)) {
            Page page = window.page();
            BoundingBox folders = page.locator(".mail > .folders").boundingBox();
            BoundingBox list = page.locator(".rows").boundingBox();

            assertThat(page.getAttribute("html", "dir")).isEqualTo("rtl");
            assertThat(page.title()).contains("البريد الوارد");
            assertThat(folders.x).isGreaterThan(list.x + list.width - 1);
        }
    }

    @Test
    void cut_what_is_written_from_the_left_at_its_end_and_still_begin_it_at_the_right() {
        try (BrowserWindow window = arabic(BrowserLook.DESKTOP)) {
            Object styles = window.page()
                    .evaluate(
                            "(([s]) => [s.direction, s.textAlign].join())([...document.querySelectorAll('.row-subject')]"
                                    + ".filter((e) => /^[A-Z]/.test(e.textContent)).map((e) => getComputedStyle(e)))");

            assertThat(styles).isEqualTo("ltr,right");
        }
    }
}
