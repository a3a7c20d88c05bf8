package org.restante;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.KeyboardModifier;
import com.microsoft.playwright.options.MouseButton;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.restante.testing.BrowserDovecot;
import org.restante.testing.BrowserLook;
import org.restante.testing.BrowserWindow;

/** Selecting with Shift and Ctrl, the context menu, and drawing borders and rows. */
class PointerIT {

    private static final Pattern UNREAD = Pattern.compile("\\bunread\\b");
    private static final Pattern FLAGGED = Pattern.compile("\\bflagged\\b");

    private static final Page.WaitForSelectorOptions ATTACHED =
            new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED);

    @RegisterExtension
    static final BrowserDovecot dovecot = new BrowserDovecot();

    private static BrowserWindow window(BrowserLook look) throws IOException {
        BrowserWindow window = dovecot.signedIn(dovecot.personWithLetters(8), look);
        // The scripts for it come when something first rests on the list; the box above it shows that they are there.
        window.page().locator("#list .row").first().hover();
        window.page().waitForSelector(".tick-all:not([hidden])", ATTACHED);
        return window;
    }

    @Test
    void selects_one_by_one_with_ctrl_and_ranges_with_shift() throws IOException {
        try (BrowserWindow window = window(BrowserLook.DESKTOP)) {
            Page page = window.page();
            click(page, 7, KeyboardModifier.CONTROL);
            click(page, 5, KeyboardModifier.CONTROL);
            assertTicked(page, 7, 5);
            click(page, 3, KeyboardModifier.SHIFT);
            assertTicked(page, 7, 5, 4, 3);
            page.locator(".list-acts [data-act=seen]").click();
            assertThat(page.locator(".toast")).containsText("4 messages are marked as read.");
            assertTicked(page);

            row(page, 4).locator(".row-tick").click();
            page.locator(".list-acts [data-act=flag]").click();
            assertThat(page.locator(".toast")).containsText("1 message is flagged.");
            row(page, 6)
                    .locator(".row-tick")
                    .click(new Locator.ClickOptions().setModifiers(List.of(KeyboardModifier.SHIFT)));
            assertTicked(page, 6, 5, 4);
            page.locator(".tick-all input").check();
            assertTicked(page, 8, 7, 6, 5, 4, 3, 2, 1);
            assertThat(page).hasURL(Pattern.compile("/mail/INBOX$"));
            assertThat(window.problems()).isEmpty();
        }
    }

    private static void click(Page page, int number, KeyboardModifier modifier) {
        row(page, number).locator(".row-subject").click(new Locator.ClickOptions().setModifiers(List.of(modifier)));
    }

    private static void assertTicked(Page page, int... numbers) {
        assertThat(page.locator("#list .row [name=ref]:checked")).hasCount(numbers.length);
        for (int number : numbers) {
            assertThat(row(page, number).locator("[name=ref][type=checkbox]")).isChecked();
        }
    }

    @Test
    void has_a_menu_on_each_row_that_keys_can_walk() throws IOException {
        try (BrowserWindow window = window(BrowserLook.DESKTOP)) {
            Page page = window.page();
            Locator offers = page.locator(".context-menu [role=menuitem]");
            rightClick(page, 6);
            assertThat(offers).hasText(new String[] {
                "Open in a new tab",
                "Archive",
                "Delete",
                "Move to …",
                "Mark read",
                "Flag",
                "Junk",
                "Label …",
                "Copy to …"
            });
            assertThat(offers.first()).isFocused();
            assertThat(window.barriers()).isEmpty();
            page.keyboard().press("ArrowUp");
            assertThat(offers.last()).isFocused();
            page.keyboard().press("ArrowUp");
            page.keyboard().press("ArrowUp");
            page.keyboard().press("ArrowUp");
            page.keyboard().press("Enter");
            assertThat(row(page, 6).locator(".row-flag")).hasClass(FLAGGED);
            assertThat(offers).hasCount(0);

            rightClick(page, 6);
            page.keyboard().press("Escape");
            assertThat(offers).hasCount(0);
            assertThat(row(page, 6).locator(".row-link")).isFocused();

            rightClick(page, 6);
            Page tab = page.waitForPopup(() -> offers.first().click());
            assertThat(tab.locator("#subject")).hasText("Letter 6");
            assertThat(window.problems()).isEmpty();
        }
    }

    @Test
    void has_a_menu_for_all_that_is_ticked() throws IOException {
        try (BrowserWindow window = window(BrowserLook.DESKTOP)) {
            Page page = window.page();
            click(page, 7, KeyboardModifier.CONTROL);
            click(page, 6, KeyboardModifier.CONTROL);
            rightClick(page, 6);
            page.locator(".context-menu [role=menuitem]")
                    .filter(new Locator.FilterOptions().setHasText("Mark read"))
                    .click();
            assertThat(page.locator(".toast")).containsText("2 messages are marked as read.");
            assertThat(row(page, 7)).not().hasClass(UNREAD);
        }
    }

    private static void rightClick(Page page, int number) {
        row(page, number).locator(".row-subject").click(new Locator.ClickOptions().setButton(MouseButton.RIGHT));
    }

    @Test
    void draws_the_border_of_the_list_which_stays_where_it_was_put() throws IOException {
        try (BrowserWindow window = window(BrowserLook.DESKTOP)) {
            Page page = window.page();
            Locator border = page.locator(".separator[data-pane=list]");
            double before = width(page);
            border.press("ArrowRight");
            page.waitForFunction("(width) => document.getElementById('list').offsetWidth > width", before);

            BoundingBox box = border.boundingBox();
            page.mouse().move(box.x + box.width / 2, box.y + 200);
            page.mouse().down();
            page.mouse().move(box.x + 90, box.y + 200);
            page.mouse().up();

            double drawn = width(page);
            assertThat(drawn).isGreaterThan(before + 90);
            page.reload();
            assertThat(width(page)).isEqualTo(drawn);
            assertThat(window.problems()).isEmpty();
        }
    }

    private static double width(Page page) {
        return page.locator("#list").boundingBox().width;
    }

    @Test
    void draws_a_row_aside_to_mark_it() throws IOException {
        try (BrowserWindow window = window(BrowserLook.PHONE)) {
            Page page = window.page();
            Finger finger = new Finger(page);
            finger.draws(row(page, 7), 120);
            assertThat(page.locator(".toast")).containsText("1 message is marked as read.");
            assertThat(row(page, 7)).not().hasClass(UNREAD);
            finger.draws(row(page, 7), 120);
            assertThat(page.locator(".toast")).containsText("1 message is marked as unread.");
            assertThat(row(page, 7)).hasClass(UNREAD);
            finger.draws(row(page, 5), -120);
            assertThat(page.locator(".toast")).containsText("1 message is flagged.");
            assertThat(row(page, 5).locator(".row-flag")).hasClass(FLAGGED);

            finger.draws(row(page, 4), 40);
            finger.startsAndLosesTrack(row(page, 4), 120);
            assertThat(row(page, 4)).hasClass(UNREAD);
            assertThat(row(page, 4)).hasCSS("translate", "none");
            assertThat(page).hasURL(Pattern.compile("/mail/INBOX$"));
            assertThat(window.problems()).isEmpty();
        }
    }

    /** One finger on a touch screen. */
    private static final class Finger {

        private final CDPSession devTools;

        Finger(Page page) {
            devTools = page.context().newCDPSession(page);
        }

        void draws(Locator row, int by) {
            move(row, by);
            touch("touchEnd", -1, -1);
        }

        void startsAndLosesTrack(Locator row, int by) {
            move(row, by);
            touch("touchCancel", -1, -1);
        }

        private void move(Locator row, int by) {
            BoundingBox box = row.boundingBox();
            double x = box.x + box.width / 2;
            double y = box.y + box.height / 2;
            touch("touchStart", x, y);
            for (int step = 1; step <= 6; step++) {
                touch("touchMove", x + by * step / 6.0, y);
            }
        }

        private void touch(String type, double x, double y) {
            JsonArray points = new JsonArray();
            if (x >= 0) {
                JsonObject point = new JsonObject();
                point.addProperty("x", x);
                point.addProperty("y", y);
                points.add(point);
            }
            JsonObject event = new JsonObject();
            event.addProperty("type", type);
            event.add("touchPoints", points);
            devTools.send("Input.dispatchTouchEvent", event);
        }
    }

    private static Locator row(Page page, int number) {
        return page.locator("#list .row")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("Letter " + number + "\\b")));
    }
}
