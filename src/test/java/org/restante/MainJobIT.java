package org.restante;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.restante.testing.BrowserDemo;
import org.restante.testing.BrowserLook;
import org.restante.testing.BrowserWindow;

/** What people come for, done in a browser from signing in to signing out. */
class MainJobIT {

    private static final String ATTACHMENT = "Notes on the Pärt.txt";
    private static final String CONTENT = """
            bar 12: sopranos, wait for the altos
            bar 31: do not breathe here, any of you
            bar 47: basses flat, by love, not by accident
            bar 60: yes!
            """;

    @RegisterExtension
    static final BrowserDemo demo = new BrowserDemo();

    static List<BrowserLook> looks() {
        return List.of(
                BrowserLook.DESKTOP,
                BrowserLook.DESKTOP.withoutScript(),
                BrowserLook.PHONE.dark(),
                BrowserLook.PHONE.withoutScript());
    }

    @ParameterizedTest
    @MethodSource("looks")
    void a_person_signs_in_reads_marks_downloads_and_signs_out(BrowserLook look) throws IOException {
        try (BrowserWindow window = demo.open(look)) {
            Page page = window.page();
            demo.signIn(window.visit("/"));
            looksThroughFolders(page, look.script());
            readsAndDownloads(page);
            marks(page);
            signsOut(page);

            assertThat(window.problems()).isEmpty();
        }
    }

    private static void looksThroughFolders(Page page, boolean script) {
        Locator rows = page.locator(".row");
        assertThat(rows).hasCount(50);
        String newest = rows.first().getAttribute("data-ref");
        if (script) {
            rows.last().scrollIntoViewIfNeeded();
            assertThat(rows.nth(60)).isAttached();
        } else {
            link(page, "Older").click();
            assertThat(rows.first()).not().hasAttribute("data-ref", newest);
        }
        page.navigate("/mail/Sent");
        assertThat(heading(page, "Sent")).isVisible();
        page.navigate("/mail/INBOX");
    }

    private static void readsAndDownloads(Page page) throws IOException {
        row(page, "Recording of the Pärt").locator("a").click();
        assertThat(heading(page, "Recording of the Pärt, please listen before we meet"))
                .isVisible();
        assertThat(page.frameLocator("iframe.body").locator("body")).containsText("in the order of pain");
        Download download =
                page.waitForDownload(() -> page.locator("a.attachment").click());

        assertThat(download.suggestedFilename()).isEqualTo(ATTACHMENT);
        assertThat(Files.readString(download.path())).isEqualTo(CONTENT);
    }

    private static void marks(Page page) {
        button(page, "Mark unread").click();
        assertThat(page).hasURL(Pattern.compile("/mail/INBOX"));
        assertThat(row(page, "Recording of the Pärt")).hasClass(Pattern.compile("\\bunread\\b"));

        Locator flag = row(page, "Two applications for the spring internship").locator("button.row-flag");
        answered(page, "/flag", flag);
        assertThat(flag).hasClass(Pattern.compile("\\bflagged\\b"));
        answered(page, "/unflag", flag);
        assertThat(flag).not().hasClass(Pattern.compile("\\bflagged\\b"));
    }

    /** Clicks, and waits until the server has done it: the page shows it before that. */
    private static void answered(Page page, String address, Locator button) {
        page.waitForResponse(response -> response.url().endsWith(address), button::click);
    }

    private static void signsOut(Page page) {
        page.locator(".account summary").click();
        button(page, "Sign out").click();
        assertThat(heading(page, "Sign in")).isVisible();
        page.goBack();
        assertThat(page.locator(".row")).hasCount(0);
    }

    private static Locator row(Page page, String subject) {
        return page.locator(".row", new Page.LocatorOptions().setHasText(subject));
    }

    private static Locator heading(Page page, String text) {
        return page.getByRole(
                AriaRole.HEADING,
                new Page.GetByRoleOptions().setLevel(1).setName(text).setExact(true));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
