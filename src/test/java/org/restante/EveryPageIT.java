package org.restante;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.restante.testing.BrowserDemo;
import org.restante.testing.BrowserLook;
import org.restante.testing.BrowserWindow;

/** What holds for every page, in light and dark colours, on a desk and on a telephone, written from the left and from the right. */
class EveryPageIT {

    /** Subjects of messages that differ in what their pages hold. */
    private static final List<String> MESSAGES =
            List.of("Model photographs", "Advent concert", "صور المدرسة", "roof that learnt to float", "Your tickets");

    private static final List<String> PATHS = List.of(
            "/mail/INBOX",
            "/mail/Sent",
            "/mail/Junk",
            "/mail/Trash",
            "/folders",
            "/folders/Work",
            "/devices",
            "/settings",
            "/compose",
            "/outbox",
            "/settings/shortcuts",
            "/settings/identities",
            "/settings/identities/form",
            "/help/keyboard",
            "/styleguide",
            "/offline");

    @RegisterExtension
    static final BrowserDemo demo = new BrowserDemo();

    static List<Arguments> looks() {
        List<Arguments> looks = new ArrayList<>();
        for (String language : List.of("en", "ar")) {
            for (BrowserLook look : List.of(BrowserLook.DESKTOP, BrowserLook.PHONE)) {
                looks.add(Arguments.of(language, look));
            }
        }
        return looks;
    }

    private String language;
    private BrowserWindow window;
    private final SoftAssertions softly = new SoftAssertions();

    @ParameterizedTest
    @MethodSource("looks")
    void has_no_barriers_and_causes_no_problems(String spoken, BrowserLook look) {
        language = spoken;
        try (BrowserWindow opened = demo.open(look)) {
            window = opened;
            window.page().setExtraHTTPHeaders(Map.of("Accept-Language", language));
            beforeSigningIn();
            for (String path : PATHS) {
                window.visit(path);
                check(path.substring(path.lastIndexOf('/') + 1));
            }
            MESSAGES.forEach(this::message);
            whatScriptsOpen();
            softly.assertThat(window.problems()).isEmpty();
            // The browser itself logs the status of an error page: such pages come last.
            errors();
        }
        softly.assertAll();
    }

    private void beforeSigningIn() {
        Page page = window.visit("/login");
        check("login");
        BrowserDemo.signIn(page);
    }

    private void message(String subject) {
        Page page = window.visit("/mail/INBOX");
        page.locator(".row", new Page.LocatorOptions().setHasText(subject))
                .first()
                .locator("a")
                .click();
        page.waitForURL("**/mail/INBOX/*");
        page.waitForSelector("#subject");
        check("message-" + MESSAGES.indexOf(subject));
    }

    private void whatScriptsOpen() {
        Page page = window.visit("/mail/INBOX");
        page.locator("#list .row-tick").first().click();
        page.waitForSelector(".tick-all:visible");
        check("selected");
        page.locator(".account summary").click();
        check("menu");
        page.keyboard().press("Escape");
        page.keyboard().press("?");
        page.waitForSelector("dialog[open] .keys");
        check("keys");
        page.keyboard().press("Escape");
        page.keyboard().press("Control+k");
        page.waitForSelector("#palette [role=option]");
        check("palette");
    }

    private void errors() {
        window.visit("/mail/None");
        check("not-found");
        window.visit("/mail/INBOX?page=0");
        check("malformed");
        window.visit("/mail/INBOX/1-999999");
        check("numbering");
        Page page = window.visit("/settings/shortcuts");
        page.fill("#key-next", "k");
        page.fill("#key-open", "Enter");
        page.click("main button.primary");
        page.waitForSelector("#key-open-error");
        check("shortcuts-errors");
        page.context().clearCookies();
        window.visit("/login").locator("form.sign-in").evaluate("form => form.noValidate = true");
        page.click("form.sign-in button[type=submit]");
        page.waitForSelector(".field-error");
        check("login-errors");
    }

    private void check(String name) {
        String picture = language.equals("en") ? name : language + "-" + name;
        window.picture(picture);
        softly.assertThat(window.barriers()).as(name).isEmpty();
        window.darken(true);
        window.picture(picture);
        softly.assertThat(window.barriersOfColour())
                .as(name + " in dark colours")
                .isEmpty();
        window.darken(false);
        softly.assertThat(window.scrollsSideways())
                .as(name + " scrolls sideways")
                .isFalse();
        softly.assertThat(window.page().getAttribute("html", "lang")).as(name).isEqualTo(language);
    }
}
