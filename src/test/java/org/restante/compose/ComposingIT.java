package org.restante.compose;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
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

    @RegisterExtension
    static final BrowserDemo demo = new BrowserDemo();

    static List<BrowserLook> looks() {
        return List.of(BrowserLook.DESKTOP, BrowserLook.DESKTOP.withoutScript(), BrowserLook.PHONE);
    }

    @ParameterizedTest
    @MethodSource("looks")
    void a_message_with_a_file_is_written_kept_and_sent(BrowserLook look) {
        String subject = "Written on " + look;
        try (BrowserWindow window = demo.signedIn(look)) {
            Page page = window.page();
            page.click(".masthead .write");
            page.fill("#to", demo.address());
            page.fill("#subject", subject);
            page.fill("#text", "With a file");
            page.setInputFiles(
                    "#file",
                    new com.microsoft.playwright.options.FilePayload(
                            "notes.txt", "text/plain", "Notes".getBytes(StandardCharsets.UTF_8)));
            page.click(".compose-files button[formaction$=attachments]");
            assertThat(page.locator(".chip-name")).hasText("notes.txt");
            assertThat(page.locator("#subject")).hasValue(subject);
            assertSound(look, window);
            window.picture("composer");
            page.click("[data-send]");
            // With script one is back where one was, without it in the outbox.
            page.waitForURL(url -> !url.contains("/drafts/"));
            page.navigate("/outbox");
            assertThat(page.locator(".outbox-entry").first()).containsText(subject);
            assertSound(look, window);
            window.picture("outbox");
            untilSent(page, subject);
            page.navigate("/mail/Sent");
            assertThat(page.locator(".row-subject").getByText(subject)).hasCount(1);
            assertThat(window.problems()).isEmpty();
        }
    }

    /** Barriers are looked for by a script. */
    private static void assertSound(BrowserLook look, BrowserWindow window) {
        if (look.script()) {
            assertThat(window.barriers()).isEmpty();
        }
    }

    /** With script the page follows by itself. */
    private static void untilSent(Page page, String subject) {
        var entry = page.locator(".outbox-entry[data-state=done]", new Page.LocatorOptions().setHasText(subject));
        for (int i = 0; i < 60 && entry.count() == 0; i++) {
            page.waitForTimeout(500);
            if (i % 8 == 7) {
                page.reload();
            }
        }
        assertThat(entry).hasCount(1);
    }

    @Test
    void what_is_typed_is_kept_without_a_click_and_survives_a_reload() {
        try (BrowserWindow window = demo.signedIn(BrowserLook.DESKTOP)) {
            Page page = window.page();
            page.keyboard().press("c");
            page.waitForURL("**/compose*");
            page.fill("#subject", "Kept by itself");
            page.locator("#text").pressSequentially("Not one word is lost");
            assertThat(page.locator("[data-state]")).not().isEmpty();
            page.waitForURL(Pattern.compile(".*/drafts/[0-9a-f]{32}"));
            page.reload();
            assertThat(page.locator("#text")).hasValue("Not one word is lost");
            page.click("[data-discard]");
            page.waitForURL("**/outbox");
            assertThat(page.locator(".outbox-entry", new Page.LocatorOptions().setHasText("Kept by itself")))
                    .hasCount(0);
            assertThat(window.problems()).isEmpty();
        }
    }

    @Test
    void when_the_session_ends_while_writing_the_text_is_there_after_signing_in_again() {
        try (BrowserWindow window = demo.signedIn(BrowserLook.DESKTOP)) {
            Page page = window.page();
            page.navigate("/compose");
            page.fill("#subject", "Still here");
            page.waitForURL(Pattern.compile(".*/drafts/[0-9a-f]{32}"));
            page.context().clearCookies();
            page.locator("#text").pressSequentially("Typed after the session had ended");
            assertThat(page.locator("[data-state]")).not().isEmpty();
            page.reload();
            page.fill("input[name=username]", demo.address());
            page.fill("input[name=password]", DemoMailServer.PASSWORD);
            page.click("form.sign-in button[type=submit]");
            page.waitForURL("**/drafts/*");

            assertThat(page.locator("#subject")).hasValue("Still here");
            assertThat(page.locator("#text")).hasValue("Typed after the session had ended");
        }
    }

    @Test
    void a_message_is_answered_by_the_keyboard() {
        try (BrowserWindow window = demo.signedIn(BrowserLook.DESKTOP)) {
            Page page = window.page();
            page.locator(".row-link").first().click();
            assertThat(page.locator("#subject")).isVisible();
            page.keyboard().press("r");
            page.waitForURL("**/drafts/*");
            assertThat(page.locator("#subject")).hasValue(Pattern.compile("^Re: .*"));
            assertThat(page.locator("#text")).hasValue(Pattern.compile("\\n> "));
            assertThat(window.barriers()).isEmpty();
            assertThat(window.problems()).isEmpty();
        }
    }
}
