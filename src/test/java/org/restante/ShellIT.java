package org.restante;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.restante.testing.BrowserDovecot;
import org.restante.testing.BrowserLook;
import org.restante.testing.BrowserWindow;
import org.restante.testing.MailboxFiller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What scripts add: messages open beside the list, the list goes on, keys do the work of the mouse. */
class ShellIT {

    private static final Logger log = LoggerFactory.getLogger(ShellIT.class);
    private static final Pattern UNREAD = Pattern.compile("\\bunread\\b");

    @RegisterExtension
    static final BrowserDovecot dovecot = new BrowserDovecot();

    @Test
    void a_message_opens_beside_the_list_and_history_works() throws IOException {
        try (BrowserWindow window = dovecot.signedIn(dovecot.personWithLetters(5), BrowserLook.DESKTOP)) {
            Page page = window.page();
            page.evaluate("window.same = true");

            row(page, 5).locator(".row-link").click();
            assertThat(subject(page)).hasText("Letter 5");
            assertThat(subject(page)).isFocused();
            assertThat(page).hasTitle(Pattern.compile("Letter 5"));
            row(page, 3).locator(".row-link").click();
            assertThat(subject(page)).hasText("Letter 3");
            page.goBack();
            assertThat(subject(page)).hasText("Letter 5");
            page.goBack();
            assertThat(page).hasURL(Pattern.compile("/mail/INBOX$"));
            assertThat(subject(page)).hasCount(0);
            page.goForward();
            assertThat(subject(page)).hasText("Letter 5");
            assertThat(page.evaluate("window.same")).isEqualTo(true);

            page.reload();
            assertThat(subject(page)).hasText("Letter 5");
            assertThat(row(page, 3)).isVisible();
            assertThat(window.problems()).isEmpty();
        }
    }

    @Test
    void opening_marks_a_message_as_seen_once_it_is_in_view_and_hovering_does_not() throws IOException {
        String user = dovecot.personWithLetters(3);
        try (BrowserWindow window = dovecot.signedIn(user, BrowserLook.DESKTOP);
                MailboxFiller mail = dovecot.filler(user)) {
            Page page = window.page();
            page.waitForResponse(
                    Pattern.compile("/mail/INBOX/[0-9-]+$"), () -> row(page, 3).hover());
            assertThat(mail.command("STATUS INBOX (UNSEEN)").get(0)).contains("UNSEEN 3");

            page.waitForRequest(
                    Pattern.compile("/seen$"),
                    () -> row(page, 3).locator(".row-link").click());

            assertThat(row(page, 3)).not().hasClass(UNREAD);
            assertThat(page.locator("[data-folder=INBOX] .folder-unread")).containsText("2");
            assertThat(page).hasTitle(Pattern.compile("^\\(2\\) "));
            assertThat(mail.command("STATUS INBOX (UNSEEN)").get(0)).contains("UNSEEN 2");
        }
    }

    @Test
    void the_keyboard_alone_reads_marks_and_leaves() throws IOException {
        try (BrowserWindow window = dovecot.signedIn(dovecot.personWithLetters(4), BrowserLook.DESKTOP)) {
            Page page = window.page();
            page.keyboard().press("j");
            assertThat(row(page, 4).locator(".row-link")).isFocused();
            page.keyboard().press("o");
            assertThat(subject(page)).hasText("Letter 4");
            page.keyboard().press("j");
            assertThat(subject(page)).hasText("Letter 3");
            page.keyboard().press("s");
            assertThat(row(page, 3).locator(".row-flag")).hasClass(Pattern.compile("flagged"));
            page.keyboard().press("u");
            assertThat(row(page, 3).locator(".row-link")).isFocused();
            page.keyboard().press("x");
            assertThat(row(page, 3).locator("input")).isChecked();
            page.keyboard().press("Shift+U");
            assertThat(row(page, 3)).hasClass(UNREAD);
            page.keyboard().press("?");
            assertThat(page.locator("dialog[open] .keys")).isVisible();
            page.keyboard().press("Escape");

            page.keyboard().press("Control+k");
            page.keyboard().type("sign out");
            assertThat(page.locator("#palette [role=option]")).hasCount(1);
            page.keyboard().press("Enter");
            assertThat(page.locator("form.sign-in")).isVisible();
            assertThat(window.problems()).isEmpty();
        }
    }

    @Test
    void the_first_load_is_small() throws IOException {
        String user = dovecot.personWithLetters(120);
        try (BrowserWindow window = dovecot.signedIn(user, BrowserLook.DESKTOP)) {
            Page page = window.page();
            // The pointer rests where it clicked last: there it would ask for messages in advance.
            page.mouse().move(0, 0);
            // What the page before still fetches is not part of this one.
            page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
            List<Request> finished = new CopyOnWriteArrayList<>();
            page.context().newCDPSession(page).send("Network.clearBrowserCache");
            page.onRequestFinished(finished::add);
            page.navigate("/mail/INBOX");
            untilNothingMoreComes(page, finished);

            int bytes = finished.stream().mapToInt(ShellIT::weight).sum();
            log.info("first load: {} requests, {} bytes", finished.size(), bytes);
            assertThat(finished).extracting(Request::url).hasSizeLessThanOrEqualTo(12);
            assertThat(bytes).isLessThan(60_000);

            Request rows = page.waitForRequestFinished(
                    new Page.WaitForRequestFinishedOptions()
                            .setPredicate(request -> request.url().contains("below=")),
                    () -> page.locator("#list .row").last().scrollIntoViewIfNeeded());
            log.info("next rows: {} bytes", weight(rows));
            assertThat(weight(rows)).isLessThan(6_144);
        }
    }

    @Test
    void an_act_that_ends_the_reading_shows_what_the_person_chose() throws IOException {
        try (BrowserWindow window = dovecot.signedIn(dovecot.personWithLetters(4), BrowserLook.DESKTOP)) {
            Page page = window.visit("/settings");
            page.selectOption("#after", "next");
            page.click("main form button[type=submit]");
            assertThat(page.locator("main [role=status]")).hasText("Saved.");
            window.visit("/mail/INBOX");
            row(page, 3).locator(".row-link").click();
            assertThat(subject(page)).hasText("Letter 3");

            page.locator("#message [data-act=unseen]").click();
            assertThat(subject(page)).hasText("Letter 2");
            assertThat(row(page, 3)).hasClass(UNREAD);
            row(page, 1).locator(".row-link").click();
            assertThat(subject(page)).hasText("Letter 1");
            page.locator("#message [data-act=unseen]").click();
            assertThat(subject(page)).hasCount(0);
            assertThat(window.problems()).isEmpty();
        }
    }

    @Test
    void a_message_that_was_closed_is_done_with() throws IOException {
        try (BrowserWindow window = dovecot.signedIn(dovecot.personWithLetters(3), BrowserLook.DESKTOP)) {
            Page page = window.page();
            row(page, 2).locator(".row-link").click();
            assertThat(subject(page)).hasText("Letter 2");
            page.locator("#message [data-keep]").click();
            assertThat(subject(page)).hasCount(0);

            row(page, 2).locator(".row-flag").click();

            assertThat(page.locator(".toast")).containsText("1 message is flagged.");
            assertThat(page.locator(".toast.error")).hasCount(0);
            assertThat(window.problems()).isEmpty();
        }
    }

    @Test
    void a_list_whose_next_rows_do_not_come_has_pages_and_asks_no_more() throws IOException {
        try (BrowserWindow window = dovecot.signedIn(dovecot.personWithLetters(120), BrowserLook.DESKTOP)) {
            Page page = window.visit("/folders");
            List<String> refused = new CopyOnWriteArrayList<>();
            page.route(Pattern.compile("below="), route -> {
                refused.add(route.request().url());
                route.abort();
            });
            page.navigate("/mail/INBOX");
            page.locator("#list .row").last().scrollIntoViewIfNeeded();

            assertThat(page.locator("#list a[rel=next]")).isVisible();
            assertThat(refused).hasSize(1);
            page.unroute(Pattern.compile("below="));
            page.evaluate("dispatchEvent(new Event('online'))");
            assertThat(row(page, 60)).isAttached();
        }
    }

    @Test
    void nothing_moves_for_those_who_want_it_calm() throws IOException {
        try (BrowserWindow window = dovecot.signedIn(dovecot.personWithLetters(2), BrowserLook.PHONE)) {
            Page page = window.page();
            page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
            page.evaluate("""
                    window.moved = [];
                    const look = () => {
                      window.moved.push(...document.getAnimations().filter(
                          (animation) => animation.effect.getComputedTiming().endTime > 20));
                      requestAnimationFrame(look);
                    };
                    look();
                    """);
            row(page, 2).locator(".row-flag").click();
            assertThat(page.locator(".toast")).isVisible();
            row(page, 2).locator(".row-link").click();
            assertThat(subject(page)).hasText("Letter 2");
            page.keyboard().press("Control+k");
            assertThat(page.locator("#palette")).isVisible();

            assertThat(page.evaluate("window.moved.length")).isEqualTo(0);
        }
    }

    @Test
    void no_page_lets_text_become_markup_or_a_script() throws IOException {
        try (BrowserWindow window = dovecot.signedIn(dovecot.personWithLetters(1), BrowserLook.DESKTOP)) {
            for (String path : List.of("/mail/INBOX", "/settings", "/help/keyboard", "/nowhere")) {
                Page page = window.visit(path);
                for (String sink : List.of(
                        "document.body.innerHTML = '<b>x</b>'",
                        "document.body.insertAdjacentHTML('beforeend', '<b>x</b>')",
                        "document.createElement('script').src = '/x.js'",
                        "document.createElement('iframe').srcdoc = 'x'",
                        "trustedTypes.createPolicy('other', {})")) {
                    assertThat(page.evaluate(
                                    "() => { try { " + sink + "; return 'done'; } catch (e) { return e.name; } }"))
                            .as(path + ": " + sink)
                            .isEqualTo("TypeError");
                }
            }
            assertThat(window.problems()).anyMatch(problem -> problem.contains("'TrustedHTML' assignment"));
        }
    }

    /** Waits until the network was idle for two seconds. */
    private static void untilNothingMoreComes(Page page, List<Request> finished) {
        int before;
        do {
            before = finished.size();
            page.waitForTimeout(2_000);
        } while (finished.isEmpty() || finished.size() > before);
    }

    private static int weight(Request request) {
        return request.sizes().responseHeadersSize + request.sizes().responseBodySize;
    }

    @Test
    void a_form_with_a_token_that_became_too_old_is_sent_again_by_itself() throws IOException {
        try (BrowserWindow window = dovecot.signedIn(dovecot.personWithLetters(2), BrowserLook.DESKTOP)) {
            Page page = window.page();
            page.evaluate("document.querySelectorAll('[name=_csrf]').forEach(field => field.value = 'x'.repeat(96))");

            row(page, 2).locator(".row-flag").click();

            assertThat(page.locator(".toast")).containsText("1 message is flagged.");
            assertThat(row(page, 2).locator(".row-flag")).hasClass(Pattern.compile("flagged"));
        }
    }

    @Test
    void what_was_done_to_ticked_messages_is_undone_for_those_that_it_changed() throws IOException {
        String user = dovecot.personWithLetters(3);
        try (BrowserWindow window = dovecot.signedIn(user, BrowserLook.DESKTOP);
                MailboxFiller mail = dovecot.filler(user)) {
            Page page = window.page();
            page.waitForResponse(
                    Pattern.compile("/flag$"),
                    () -> row(page, 2).locator(".row-flag").click());
            row(page, 2).locator(".row-tick").click();
            row(page, 3).locator(".row-tick").click();
            assertThat(page.locator(".list-count")).hasText("2");
            page.locator(".list-acts [data-act=flag]").click();
            assertThat(page.locator(".toast")).containsText("2 messages are flagged.");

            page.waitForResponse(
                    Pattern.compile("/undo/"),
                    () -> page.locator(".toast button").click());

            assertThat(row(page, 3).locator(".row-flag")).not().hasClass(Pattern.compile("flagged"));
            assertThat(row(page, 2).locator(".row-flag")).hasClass(Pattern.compile("flagged"));
            mail.command("SELECT INBOX");
            assertThat(mail.command("SEARCH FLAGGED").get(0)).isEqualTo("* SEARCH 2");
        }
    }

    @Test
    void on_a_telephone_one_pane_shows_at_a_time() throws IOException {
        try (BrowserWindow window = dovecot.signedIn(dovecot.personWithLetters(3), BrowserLook.PHONE)) {
            Page page = window.page();
            row(page, 2).locator(".row-link").click();
            assertThat(subject(page)).hasText("Letter 2");
            assertThat(row(page, 1)).isHidden();
            page.goBack();
            assertThat(row(page, 1)).isVisible();
            assertThat(page.locator(".bottom-bar")).isVisible();
            assertThat(window.problems()).isEmpty();
        }
    }

    private static Locator row(Page page, int number) {
        return page.locator("#list .row")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("Letter " + number + "\\b")));
    }

    private static Locator subject(Page page) {
        return page.locator("#subject");
    }
}
