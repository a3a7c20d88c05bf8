package org.restante;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.restante.testing.BrowserDovecot;
import org.restante.testing.BrowserLook;
import org.restante.testing.BrowserWindow;
import org.restante.testing.Keyboard;

/** What keys do, as they are and as people change them. */
class ShortcutsIT {

    private static final Pattern UNREAD = Pattern.compile("\\bunread\\b");
    private static final Pattern FLAGGED = Pattern.compile("\\bflagged\\b");

    @RegisterExtension
    static final BrowserDovecot dovecot = new BrowserDovecot();

    private static BrowserWindow window(int letters) throws IOException {
        return dovecot.signedIn(dovecot.personWithLetters(letters), BrowserLook.DESKTOP);
    }

    @Test
    void go_through_the_list_and_mark() throws IOException {
        try (BrowserWindow window = window(5)) {
            Page page = window.page();
            Keyboard keyboard = new Keyboard(page);
            keyboard.press("j", "j", "j", "k");
            assertThat(link(page, 4)).isFocused();
            keyboard.press("s");
            assertThat(row(page, 4).locator(".row-flag")).hasClass(FLAGGED);
            keyboard.press("Shift+I");
            assertThat(row(page, 4)).not().hasClass(UNREAD);
            keyboard.press("Shift+U");
            assertThat(row(page, 4)).hasClass(UNREAD);

            keyboard.press("x", "j", "x");
            assertThat(ticks(page)).hasCount(2);
            keyboard.press("Shift+I");
            assertThat(page.locator(".toast")).containsText("2 messages are marked as read.");
            assertThat(ticks(page)).hasCount(0);
            keyboard.press("*", "a");
            assertThat(ticks(page)).hasCount(5);
            keyboard.press("*", "n");
            assertThat(ticks(page)).hasCount(0);
            keyboard.press("x", "Escape");
            assertThat(ticks(page)).hasCount(0);
            assertThat(window.problems()).isEmpty();
        }
    }

    @Test
    void open_close_and_go_to_folders() throws IOException {
        try (BrowserWindow window = window(3)) {
            Page page = window.page();
            Keyboard keyboard = new Keyboard(page);
            keyboard.press("j", "o");
            assertThat(subject(page)).hasText("Letter 3");
            keyboard.press("u");
            assertThat(link(page, 3)).isFocused();
            keyboard.press("Enter");
            assertThat(subject(page)).hasText("Letter 3");
            keyboard.press("Escape");
            assertThat(subject(page)).hasCount(0);
            keyboard.press("g", "d");
            assertThat(page).hasURL(Pattern.compile("/mail/Drafts$"));
            keyboard.press("g", "t");
            assertThat(page).hasURL(Pattern.compile("/mail/Sent$"));
            keyboard.press("g", "i");
            assertThat(page).hasURL(Pattern.compile("/mail/INBOX$"));
            keyboard.press("g", "x", "i");
            assertThat(page).hasURL(Pattern.compile("/mail/INBOX$"));
            keyboard.press("?");
            assertThat(page.locator("dialog[open] .keys")).isVisible();
            keyboard.press("j", "Escape");
            assertThat(page.locator("dialog[open]")).hasCount(0);
            assertThat(window.problems()).isEmpty();
        }
    }

    @Test
    void open_the_palette_which_finds_folders_and_acts() throws IOException {
        try (BrowserWindow window = window(2)) {
            Page page = window.page();
            Keyboard keyboard = new Keyboard(page);
            Locator found = page.locator("#palette [role=option]");
            keyboard.press("g", "p").type("drá");
            assertThat(found.filter(new Locator.FilterOptions().setHasText(Pattern.compile("^Sent$"))))
                    .hasCount(0);
            assertThat(found.first()).hasText("Drafts");
            keyboard.press("Enter");
            assertThat(page).hasURL(Pattern.compile("/mail/Drafts$"));
            keyboard.press("Control+k").type("sent");
            keyboard.press("Enter");
            assertThat(page).hasURL(Pattern.compile("/mail/Sent$"));
            keyboard.press("Control+k").type("no such thing at all");
            assertThat(found).hasCount(0);
            assertThat(page.locator(".palette-none")).isVisible();
            keyboard.press("Escape");
            assertThat(page.locator("#palette")).isHidden();

            keyboard.press("g", "i");
            link(page, 2).click();
            assertThat(subject(page)).hasText("Letter 2");
            keyboard.press("Control+k").type("mark unread");
            keyboard.press("ArrowDown", "ArrowUp", "Enter");
            assertThat(row(page, 2)).hasClass(UNREAD);
            assertThat(subject(page)).hasCount(0);

            page.navigate("/settings");
            keyboard.press("Control+k").type("drafts");
            assertThat(found.first()).hasText("Drafts");
            keyboard.press("Enter");
            assertThat(page).hasURL(Pattern.compile("/mail/Drafts$"));
            assertThat(window.problems()).isEmpty();
        }
    }

    @Test
    void are_other_ones_where_the_person_chose_them() throws IOException {
        try (BrowserWindow window = window(3)) {
            Page page = window.visit("/settings/shortcuts");
            page.fill("#key-next", "n");
            page.fill("#key-unseen", "q q");
            page.fill("#key-help", "");
            page.click("main button.primary");
            assertThat(page.locator("main [role=status]")).hasText("Saved.");
            window.visit("/mail/INBOX");
            Keyboard keyboard = new Keyboard(page);
            keyboard.press("j", "?", "n", "n");
            assertThat(link(page, 2)).isFocused();
            assertThat(page.locator("dialog[open]")).hasCount(0);
            keyboard.press("Shift+I");
            assertThat(row(page, 2)).not().hasClass(UNREAD);
            keyboard.press("q", "q");
            assertThat(row(page, 2)).hasClass(UNREAD);
        }
    }

    @Test
    void are_silent_where_they_are_off_save_for_escape_and_the_palette() throws IOException {
        try (BrowserWindow window = window(2)) {
            Page page = window.visit("/settings");
            page.selectOption("#shortcuts", "off");
            page.click("main form button[type=submit]");
            assertThat(page.locator("main [role=status]")).hasText("Saved.");
            window.visit("/mail/INBOX");
            Keyboard keyboard = new Keyboard(page);
            row(page, 2).locator(".row-tick").click();
            keyboard.press("j", "x", "s", "/", "?", "Control+k");
            assertThat(page.locator("#palette")).isVisible();
            keyboard.press("Escape", "Escape");
            assertThat(ticks(page)).hasCount(0);
            assertThat(page.locator(".flagged")).hasCount(0);
        }
    }

    @Test
    void are_found_on_keyboards_with_other_letters_and_under_caps_lock() throws IOException {
        try (BrowserWindow window = window(3)) {
            Page page = window.page();
            new Keyboard(page).press("j");
            assertThat(link(page, 3)).isFocused();
            strike(page, "о", "KeyJ", false);
            assertThat(link(page, 2)).isFocused();
            strike(page, "Process", "KeyK", false);
            assertThat(link(page, 3)).isFocused();
            strike(page, "J", "KeyJ", false);
            assertThat(link(page, 2)).isFocused();
            strike(page, "Ш", "KeyI", true);
            assertThat(row(page, 2)).not().hasClass(UNREAD);
        }
    }

    private static void strike(Page page, String key, String code, boolean shift) {
        page.evaluate(
                "([key, code, shiftKey]) => document.activeElement.dispatchEvent("
                        + "new KeyboardEvent('keydown', { key, code, shiftKey, bubbles: true, cancelable: true }))",
                new Object[] {key, code, shift});
    }

    private static Locator ticks(Page page) {
        return page.locator("#list .row [name=ref]:checked");
    }

    private static Locator row(Page page, int number) {
        return page.locator("#list .row")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("Letter " + number + "\\b")));
    }

    private static Locator link(Page page, int number) {
        return row(page, number).locator(".row-link");
    }

    private static Locator subject(Page page) {
        return page.locator("#subject");
    }
}
