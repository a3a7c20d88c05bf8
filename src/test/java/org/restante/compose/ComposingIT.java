package org.restante.compose;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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

/** Writing and sending in a browser, with JavaScript and without. */
class ComposingIT {

    private static final int READY_MILLIS = Boolean.getBoolean("restante.endurance") ? 100 : 1000;

    /** Pastes a small picture into what has the focus. */
    private static final String PASTE = """
            async () => {
              const canvas = Object.assign(document.createElement('canvas'), { width: 60, height: 40 });
              canvas.getContext('2d').fillRect(5, 5, 20, 20);
              const picture = await new Promise((resolve) => canvas.toBlob(resolve));
              const data = new DataTransfer();
              data.items.add(new File([picture], 'drawn.png', { type: 'image/png' }));
              document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
            }""";

    private static final String PASTE_WORD = """
            () => {
              const data = new DataTransfer();
              data.setData('text/html', '<html><head><style>p.MsoNormal{margin:0}</style></head><body><!--StartFragment--><p class="MsoNormal" style="mso-line-height:1">From <b>Word</b><o:p></o:p></p><table border="1"><tr><td>cell</td></tr></table><img src="file:///c/a.png" onerror="x()"><a href="javascript:x()">no</a><!--EndFragment--></body></html>');
              data.setData('text/plain', 'From Word');
              document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
            }""";

    @RegisterExtension
    static final BrowserDemo demo = new BrowserDemo();

    static List<BrowserLook> looks() {
        return List.of(
                BrowserLook.DESKTOP,
                BrowserLook.DESKTOP.withoutScript(),
                BrowserLook.PHONE,
                BrowserLook.PHONE.withoutScript());
    }

    private static Locator field(Page page, String name) {
        return name.equals("subject")
                ? page.locator(".composer [name=subject]")
                : page.locator(".composer .compose-people:has(label) input:not([type=hidden])")
                        .first();
    }

    private static Locator text(Page page) {
        return page.locator(".composer .rich-text, .composer textarea[name=text]:visible")
                .first();
    }

    private static Locator state(Page page) {
        return page.locator(".composer [data-state]");
    }

    private static void untilKept(Page page) {
        Locator state = state(page);
        assertThat(state).hasText(state.getAttribute("data-saved"));
    }

    private static void type(Page page, String words) {
        assertThat(page.locator(".composer .rich-text")).isVisible();
        text(page).pressSequentially(words);
    }

    private static FilePayload notes() {
        return new FilePayload("notes.txt", "text/plain", "Notes".getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void a_message_with_a_file_is_written_and_sent(BrowserLook look) {
        String subject = "Written on " + look;
        try (BrowserWindow window = demo.signedIn(look)) {
            Page page = window.page();
            page.click(".masthead .write");
            assertThat(page.locator(".composer")).isVisible();
            if (look.script()) {
                assertThat(page.locator(".composer .rich-text")).isVisible();
            }
            field(page, "to").fill(demo.address());
            field(page, "subject").fill(subject);
            text(page).fill("With a file");
            page.setInputFiles(".composer input[name=file]", notes());
            if (!look.script()) {
                page.click(".composer button[formaction$=attachments]");
            }
            assertThat(page.locator(".composer [data-file] .chip-name")).hasText("notes.txt");
            assertThat(field(page, "subject")).hasValue(subject);
            if (look.script()) {
                assertThat(page.locator(".compose-people .chip-name").first()).hasText(demo.address());
                assertThat(window.barriers()).isEmpty();
            }
            assertThat(window.scrollsSideways()).isFalse();
            window.picture("composer");
            page.click(".composer [data-send]");
            // With script one is back where one was, without it in the outbox.
            page.waitForCondition(() -> page.locator(".composer").count() == 0);
            assertThat(page).hasURL(Pattern.compile(look.script() ? "/mail/INBOX" : "/outbox"));
            page.navigate("/outbox");
            assertThat(page.locator(".outbox-entry").first()).containsText(subject);
            window.picture("outbox");
            untilSent(page, subject);
            if (look.script()) {
                assertThat(window.barriers()).isEmpty();
            }
            page.navigate("/mail/Sent");
            assertThat(page.locator(".row-subject").getByText(subject, new Locator.GetByTextOptions().setExact(true)))
                    .hasCount(1);
            assertThat(window.problems()).isEmpty();
        }
    }

    private static void untilSent(Page page, String subject) {
        var entry = page.locator(
                ".outbox-entry[data-state=done] .outbox-subject bdi",
                new Page.LocatorOptions().setHasText(Pattern.compile("^" + subject + "$")));
        for (int i = 0; i < 60 && entry.count() == 0; i++) {
            page.navigate("/outbox");
            page.waitForTimeout(500);
        }
        assertThat(entry).hasCount(1);
    }

    @Test
    void what_is_written_survives_a_reload_is_taken_back_and_sent() {
        String subject = "Reloaded, taken back, sent";
        try (BrowserWindow window = demo.signedIn(BrowserLook.DESKTOP)) {
            Page page = window.page();
            List<String> scripts = new ArrayList<>();
            page.onRequest(request -> scripts.add(request.url()));
            page.keyboard().press("c");
            field(page, "to").fill(demo.address() + ", ");
            field(page, "subject").fill(subject);
            type(page, "See the picture ");
            page.evaluate(PASTE);
            assertThat(page.locator(".rich-text img[alt='drawn.png']")).isVisible();
            page.evaluate(PASTE_WORD);
            assertThat(page.locator(".rich-text strong")).hasText("Word");
            assertThat(page.locator(".rich-text td")).hasText("cell");
            assertThat(page.locator(".rich-text img[alt='drawn.png']")).hasCount(1);
            assertThat(page.locator(".rich-text a")).hasCount(0);
            page.setInputFiles(".composer input[name=file]", notes());
            assertThat(page.locator(".composer [data-file]")).isVisible();
            untilKept(page);
            assertThat(scripts).anyMatch(url -> url.contains("/libraries/"));

            page.reload();
            assertThat(page.locator(".rich-text")).containsText("See the picture");
            assertThat(page.locator(".rich-text img[alt='drawn.png']")).isVisible();
            assertThat((Boolean) page.evaluate("document.querySelector('.rich-text img[alt]').naturalWidth === 60"))
                    .isTrue();
            assertThat(page.locator(".compose-people .chip-name").first()).hasText(demo.address());
            assertThat(page.locator(".composer [data-file]")).isVisible();
            window.picture("composer-window");
            window.show(BrowserLook.DESKTOP.dark());
            window.picture("composer-window");
            window.show(BrowserLook.DESKTOP);
            page.click(".composer [data-send]");
            page.click(".toast button");
            assertThat(page.locator(".composer .rich-text")).containsText("See the picture");
            page.click(".composer [data-send]");
            page.waitForCondition(() -> page.locator(".composer").count() == 0);
            untilSent(page, subject);
            assertThat(window.problems()).isEmpty();
        }
    }

    @Test
    void nothing_typed_is_lost_when_the_network_breaks() {
        try (BrowserWindow window = demo.signedIn(BrowserLook.DESKTOP)) {
            Page page = window.page();
            page.navigate("/compose");
            type(page, "Before, ");
            untilKept(page);
            page.context().setOffline(true);
            type(page, "without the network, ");
            assertThat(state(page)).hasText(state(page).getAttribute("data-unsaved"));
            page.context().setOffline(false);
            untilKept(page);
            page.context().setOffline(true);
            type(page, "and without again");
            assertThat(state(page)).hasText(state(page).getAttribute("data-unsaved"));
            page.context().setOffline(false);
            page.reload();
            assertThat(text(page)).hasText("Before, without the network, and without again");
        }
    }

    @Test
    void one_signs_in_again_in_place_when_the_session_ends_while_writing() {
        try (BrowserWindow window = demo.signedIn(BrowserLook.DESKTOP)) {
            Page page = window.page();
            page.navigate("/compose");
            field(page, "subject").fill("Still here");
            page.setInputFiles(".composer input[name=file]", notes());
            assertThat(page.locator(".composer [data-file]")).isVisible();
            page.context().clearCookies();
            type(page, "Typed after the session had ended");
            assertThat(page.locator("[data-dialog=ended] form.sign-in")).isVisible();
            assertThat(window.barriers()).isEmpty();
            page.fill("[data-dialog=ended] input[name=username]", demo.address());
            page.fill("[data-dialog=ended] input[name=password]", DemoMailServer.PASSWORD);
            page.click("[data-dialog=ended] button[type=submit]");
            assertThat(page.locator("[data-dialog=ended]")).isHidden();
            untilKept(page);
            page.reload();
            assertThat(field(page, "subject")).hasValue("Still here");
            assertThat(text(page)).hasText("Typed after the session had ended");
            assertThat(page.locator(".composer [data-file]")).isVisible();
        }
    }

    @Test
    void two_tabs_do_not_overwrite_each_other_unseen() {
        try (BrowserWindow window = demo.signedIn(BrowserLook.DESKTOP)) {
            Page one = window.page();
            one.navigate("/compose");
            type(one, "Begun");
            untilKept(one);
            Page two = one.context().newPage();
            two.navigate(one.url());
            type(two, "Two. ");
            untilKept(two);

            type(one, "One. ");
            one.click("[data-dialog=conflict] [value=mine]");
            untilKept(one);
            type(two, "Lost. ");
            two.click("[data-dialog=conflict] [value=theirs]");

            assertThat(two.locator(".rich-text")).containsText("One. ");
            assertThat(two.locator(".rich-text")).not().containsText("Lost. ");
        }
    }

    @Test
    void a_message_is_answered_by_the_keyboard_alone_and_at_once() {
        try (BrowserWindow window = demo.signedIn(BrowserLook.DESKTOP)) {
            Page page = window.page();
            List<String> scripts = new ArrayList<>();
            page.onRequest(request -> scripts.add(request.url()));
            page.locator(".row-link").first().click();
            assertThat(page.locator("#subject")).isVisible();
            assertThat(scripts).noneMatch(url -> url.contains("/libraries/") || url.contains("compose/editor"));
            double fastest = Double.MAX_VALUE;
            for (int i = 0; i < 5; i++) {
                fastest = Math.min(fastest, ((Number) page.evaluate(READY)).doubleValue());
                page.keyboard().press("Escape");
                assertThat(page.locator(".composer")).hasCount(0);
            }
            System.out.printf("ready to type after %.0f ms%n", fastest);
            assertThat(fastest).isLessThan(READY_MILLIS);

            page.keyboard().press("r");
            assertThat(field(page, "subject")).hasValue(Pattern.compile("^Re: .*"));
            assertThat(text(page)).isFocused();
            page.keyboard().type("Answered by keys");
            page.keyboard().press("Control+Enter");
            page.waitForCondition(() -> page.locator(".composer").count() == 0);
            assertThat(page.locator(".toast")).isVisible();
            assertThat(window.barriers()).isEmpty();
            assertThat(window.problems()).isEmpty();
        }
    }

    /** From the press of Reply until words can be typed. */
    private static final String READY = """
            async () => {
              const begun = performance.now();
              document.querySelector('#message [data-act=reply]').click();
              while (!document.activeElement?.closest('.composer .compose-text')) {
                await new Promise(requestAnimationFrame);
              }
              return performance.now() - begun;
            }""";

    @Test
    void recipients_are_completed_checked_and_collapsed() {
        try (BrowserWindow window = demo.signedIn(BrowserLook.DESKTOP)) {
            Page page = window.page();
            page.navigate("/compose");
            Locator to = field(page, "to");
            to.fill("not an address");
            to.press("Enter");
            assertThat(page.locator(".compose-people .field-error").first()).containsText("not an address");
            assertThat(to).hasAttribute("aria-invalid", "true");
            to.press("Backspace");
            to.fill("");
            StringBuilder many = new StringBuilder();
            for (int i = 0; i < 20; i++) {
                many.append("Person ").append(i).append(" <p").append(i).append("@пример.example>; ");
            }
            to.fill(many.toString());
            assertThat(page.locator(".compose-people").first().locator(".chip")).hasCount(20);
            field(page, "subject").focus();
            assertThat(page.locator(".compose-people").first().locator(".chip")).hasCount(8);
            assertThat(window.barriers()).isEmpty();
            assertThat(window.problems()).isEmpty();
        }
    }
}
