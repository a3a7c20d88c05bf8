package org.restante;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.MouseButton;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.AutoCloseableSoftAssertions;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.restante.testing.BrowserDemo;
import org.restante.testing.BrowserLook;
import org.restante.testing.BrowserWindow;

/**
 * What holds for every page, in light and dark colours, on a desk and on a telephone, written from the left and from the right. In each
 * direction there are two looks, and all four with {@code -Drestante.endurance=true}.
 */
class EveryPageIT {

    private static final BrowserLook DESKTOP = BrowserLook.DESKTOP;
    private static final BrowserLook PHONE = BrowserLook.PHONE;

    /** Subjects of messages that differ in what their pages hold. */
    private static final List<String> MESSAGES =
            List.of("Model photographs", "Advent concert", "صور المدرسة", "roof that learnt to float", "Your tickets");

    private static final List<String> PATHS = List.of(
            "/mail/INBOX",
            "/mail/INBOX?page=2",
            "/mail/Sent",
            "/mail/Junk",
            "/mail/Trash",
            "/folders",
            "/folders/Work",
            "/devices",
            "/settings",
            "/compose",
            "/settings/shortcuts",
            "/settings/identities",
            "/settings/identities/form",
            "/help/keyboard",
            "/styleguide",
            "/offline");

    @RegisterExtension
    static final BrowserDemo demo = new BrowserDemo();

    static Stream<Arguments> looks() {
        List<BrowserLook> all = List.of(DESKTOP, PHONE.dark(), DESKTOP.dark(), PHONE);
        return Boolean.getBoolean("restante.endurance")
                ? Stream.of(Arguments.of("en", all), Arguments.of("ar", all))
                : Stream.of(Arguments.of("en", all.subList(0, 2)), Arguments.of("ar", all.subList(2, 4)));
    }

    private String language;
    private List<BrowserLook> looks;
    private BrowserWindow window;
    private Page page;
    private SoftAssertions softly;

    @ParameterizedTest
    @MethodSource("looks")
    void has_no_barriers_and_causes_no_problems(String spoken, List<BrowserLook> worn) {
        language = spoken;
        looks = worn;
        try (AutoCloseableSoftAssertions all = new AutoCloseableSoftAssertions();
                BrowserWindow opened = demo.open(looks.get(0))) {
            softly = all;
            window = opened;
            page = window.page();
            page.setExtraHTTPHeaders(Map.of("Accept-Language", language));
            window.visit("/login");
            check("login");
            demo.signIn(page);
            for (String path : PATHS) {
                window.visit(path);
                check(path.substring(path.lastIndexOf('/') + 1));
            }
            MESSAGES.forEach(this::message);
            onePartOfAMessage();
            whatScriptsOpen();
            questions();
            whatIsWritten();
            softly.assertThat(window.problems()).isEmpty();
            // The browser itself logs the status of an error page: such pages come last.
            errors();
            formsWithErrors();
        }
    }

    private void message(String subject) {
        window.visit("/mail/INBOX");
        row(subject).locator(".row-link").click();
        page.waitForURL("**/mail/INBOX/*");
        page.waitForSelector("#subject");
        check("message-" + MESSAGES.indexOf(subject));
    }

    private void onePartOfAMessage() {
        String address = page.url().replaceFirst("\\?.*", "");
        page.navigate(address);
        page.waitForSelector("#list[aria-busy=false], #list:not([aria-busy])");
        check("message");
        page.navigate(address + "/headers");
        check("headers");
    }

    private void whatScriptsOpen() {
        window.visit("/mail/INBOX");
        row("Advent concert").hover();
        // The scripts for rows come when something first rests on the list; the box above it shows that they are there.
        page.waitForSelector(
                ".tick-all:not([hidden])", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED));
        row("Advent concert").locator(".row-subject").click(new Locator.ClickOptions().setButton(MouseButton.RIGHT));
        page.waitForSelector(".context-menu [role=menuitem]");
        check("context-menu");
        page.keyboard().press("Escape");
        row("Advent concert").locator(".row-tick").click();
        page.waitForSelector(".tick-all:visible");
        check("selected");
        page.locator(".list-acts .more-acts summary").click();
        check("more");
        page.keyboard().press("Escape");
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
        page.keyboard().press("Escape");
    }

    private void questions() {
        page.locator(".list-acts [data-act=move]").click();
        page.waitForSelector("dialog.asks .folder-choice");
        check("move-dialog");
        page.keyboard().press("Escape");
        page.evaluate("document.querySelector('.messages').action += '/../move';"
                + "document.querySelector('.messages').submit()");
        page.waitForSelector("main .question");
        check("move-page");
        window.visit("/mail/Trash");
        page.locator(".list-offers button").last().click();
        page.waitForSelector("dialog.asks .danger");
        check("empty-dialog");
        window.visit("/folders/Work:Projects");
        page.locator("main .danger").click();
        page.waitForSelector("main .question");
        check("folder-question");
    }

    private void whatIsWritten() {
        window.visit("/compose");
        page.fill("#subject", "Draft");
        page.waitForURL("**/drafts/*");
        check("draft");
        page.locator(".compose-more summary").first().click();
        check("draft-more");
        window.visit("/outbox");
        check("outbox");
    }

    private void errors() {
        window.visit("/mail/None");
        check("not-found");
        window.visit("/mail/INBOX?page=0");
        check("malformed");
        window.visit("/mail/INBOX/1-999999");
        check("numbering");
        window.visit("/nowhere");
        check("nowhere");
        window.visit("/settings");
        page.evaluate("const form = document.querySelector('main form'); form._csrf.value = 'x'; form.submit()");
        page.waitForSelector("main.problem");
        check("forged");
    }

    private void formsWithErrors() {
        window.visit("/settings/shortcuts");
        page.fill("#key-next", "k");
        page.fill("#key-open", "Enter");
        page.click("main button.primary");
        page.waitForSelector("#key-open-error");
        check("shortcuts-errors");
        window.visit("/compose");
        page.fill("#to", "nobody at all");
        page.click("[data-send]");
        page.waitForSelector("#to-error");
        check("compose-errors");
        window.visit("/folders");
        page.fill("#folder-name", "Sent");
        page.click(".folder-form button");
        page.waitForSelector("#folder-error");
        check("folder-errors");
        page.context().clearCookies();
        window.visit("/mail/INBOX");
        check("login-again");
        page.locator("form.sign-in").evaluate("form => form.noValidate = true");
        page.click("form.sign-in button[type=submit]");
        page.waitForSelector(".field-error");
        check("login-errors");
    }

    private Locator row(String subject) {
        return page.locator("#list .row", new Page.LocatorOptions().setHasText(subject))
                .first();
    }

    private void check(String name) {
        String picture = language.equals("en") ? name : language + "-" + name;
        softly.assertThat(page.getAttribute("html", "lang")).as(name).isEqualTo(language);
        for (BrowserLook look : looks) {
            window.show(look);
            window.picture(picture);
            softly.assertThat(window.barriers()).as(name + " on " + look).isEmpty();
            assertFits(name + " on " + look);
        }
        window.show(BrowserLook.ENLARGED);
        assertFits(name + " enlarged");
        window.show(looks.get(0));
    }

    private void assertFits(String what) {
        softly.assertThat(window.scrollsSideways())
                .as(what + " scrolls sideways")
                .isFalse();
    }
}
