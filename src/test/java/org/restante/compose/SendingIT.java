package org.restante.compose;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.restante.testing.BrowserDemo;
import org.restante.testing.BrowserLook;
import org.restante.testing.BrowserWindow;

/** Identities, sending later, and the toast that follows what was sent. */
class SendingIT {

    private static final LocatorAssertions.ContainsTextOptions PATIENTLY =
            new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);

    private static final String RECIPIENTS = ".compose-people input:not([type=hidden]):visible >> nth=0";

    @RegisterExtension
    static final BrowserDemo demo = new BrowserDemo();

    static List<BrowserLook> looks() {
        return List.of(BrowserLook.DESKTOP.withoutScript(), BrowserLook.PHONE.dark());
    }

    @ParameterizedTest
    @MethodSource("looks")
    void a_message_is_written_as_somebody_else_for_later_and_taken_back(BrowserLook look) {
        String subject = "For later on " + look;
        String other = "other" + Math.abs(look.hashCode()) + "@restante.example";
        try (BrowserWindow window = demo.signedIn(look)) {
            Page page = window.page();
            page.navigate("/settings/identities/form");
            page.fill("[name=address]", other);
            page.fill("[name=name]", "The other");
            page.fill("[name=signature]", "Greetings\nThe other");
            window.picture("identity");
            page.click("main form button.primary");
            assertThat(page.locator(".identity-list")).containsText(other);
            window.picture("identities");
            page.navigate("/compose");
            page.selectOption("[name=sender]", other);
            page.fill(RECIPIENTS, demo.address());
            page.fill("[name=subject]", subject);
            page.click(".compose-sending > summary");
            page.fill(
                    "[name=at]",
                    java.time.LocalDateTime.now()
                            .plusDays(2)
                            .withSecond(0)
                            .withNano(0)
                            .toString());
            window.picture("send-later");
            page.click("[data-send]");
            page.waitForURL(look.script() ? "**/mail/INBOX*" : "**/outbox");
            page.navigate("/outbox");
            var entry = page.locator(".outbox-entry", new Page.LocatorOptions().setHasText(subject));
            assertThat(entry).hasAttribute("data-state", "waiting");
            window.picture("outbox-later");
            entry.locator("button[formaction$=withdrawal]").click();
            assertThat(page.locator("[name=subject]")).hasValue(subject);
            assertThat(page.locator("[name=sender]")).hasValue(other);
            assertThat(window.problems()).isEmpty();
        }
    }

    @Test
    void a_toast_follows_what_was_sent() {
        try (BrowserWindow window = demo.signedIn(BrowserLook.DESKTOP)) {
            Page page = window.page();
            page.navigate("/mail/INBOX");
            page.evaluate("location.assign('/compose')");
            page.waitForURL("**/compose*");
            page.fill(RECIPIENTS, demo.address());
            page.fill("[name=subject]", "Followed");
            page.click("[data-send]");
            assertThat(page.locator(".toast button")).isVisible();
            page.waitForURL("**/mail/INBOX*");
            assertThat(page.locator("#toasts")).containsText("Sent.", PATIENTLY);
            assertThat(window.problems()).isEmpty();
        }
    }
}
