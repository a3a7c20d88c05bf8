package org.restante;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.restante.testing.BrowserDemo;
import org.restante.testing.BrowserLook;
import org.restante.testing.BrowserWindow;
import org.restante.testing.SmallPicture;

/**
 * Takes pictures of the demo's newsletters, invoices, invitations and letters, to be looked at, into {@code target/screenshots/mail}; no
 * part of the tests: {@code mvn verify -Pscreenshots} runs it.
 */
class MailScreenshots {

    /** How the subjects begin, in part. */
    private static final List<String> SUBJECTS = List.of(
            "Saturday on the quay",
            "new at the Museum",
            "What is new in CloudDesk",
            "Your CloudDesk sign-in code",
            "Reset your CloudDesk",
            "Your tickets",
            "Invoice 2026",
            "Your parcel is on its way",
            "Invitation: Site visit",
            "Your statement",
            "Parents' evening",
            "The recipe you asked for",
            "Draft accounts",
            "Oak for the handrail",
            "[timber-detail] End grain",
            "CONGRATULATION",
            "Unusual activity",
            "صور المدرسة",
            "来年の木造",
            "Nightly backup",
            "Papa's seventieth",
            "Soil report");

    @RegisterExtension
    static final BrowserDemo demo = BrowserDemo.atNoon();

    static Stream<BrowserLook> looks() {
        return Stream.of(BrowserLook.DESKTOP, BrowserLook.DESKTOP.dark(), BrowserLook.PHONE, BrowserLook.PHONE.dark());
    }

    @ParameterizedTest
    @MethodSource("looks")
    void mail_looks_right(BrowserLook look) throws IOException {
        try (BrowserWindow window = demo.signedIn(look)) {
            Map<String, String> addresses = addresses(window);
            assertThat(addresses.keySet()).containsAll(SUBJECTS);
            List<String> problems = new ArrayList<>();
            for (String subject : SUBJECTS) {
                problems.addAll(look(window.visit(addresses.get(subject)), subject, look));
            }
            assertThat(problems).isEmpty();
        }
    }

    private static Map<String, String> addresses(BrowserWindow window) {
        Map<String, String> addresses = new LinkedHashMap<>();
        for (String folder : List.copyOf(folders(window.visit("/mail/INBOX")))) {
            for (int page = 1; page <= 4; page++) {
                window.visit(folder + "?page=" + page)
                        .locator("li.row .row-link")
                        .all()
                        .forEach(link -> SUBJECTS.stream()
                                .filter(link.locator("xpath=ancestor::li[1]").textContent()::contains)
                                .forEach(subject -> addresses.putIfAbsent(subject, link.getAttribute("href"))));
            }
        }
        return addresses;
    }

    private static List<String> folders(Page page) {
        return page.locator("a[data-folder]").all().stream()
                .map(link -> link.getAttribute("href"))
                .toList();
    }

    private static List<String> look(Page page, String subject, BrowserLook look) throws IOException {
        List<String> problems = new ArrayList<>();
        Locator body = page.locator("iframe.body.arrived");
        Frame frame = body.elementHandle().contentFrame();
        frame.waitForLoadState();
        if ((Boolean) page.evaluate("document.scrollingElement.scrollWidth > innerWidth")) {
            problems.add(subject + " makes the page wide");
        }
        int height = ((Number) frame.evaluate("document.documentElement.scrollHeight")).intValue();
        int given = ((Number) body.evaluate("frame => frame.clientHeight")).intValue();
        if (given + 1 < height) {
            problems.add(subject + " is " + height + " high, the frame " + given);
        }
        byte[] picture = page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setAnimations(ScreenshotAnimations.DISABLED));
        String name = subject.replaceAll("[^\\p{L}\\p{N}]+", "-") + "-" + look + ".png";
        SmallPicture.write(picture, Path.of("target", "screenshots", "mail", name));
        return problems;
    }
}
