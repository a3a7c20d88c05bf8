package org.restante;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.restante.testing.BrowserDovecot;
import org.restante.testing.BrowserLook;
import org.restante.testing.BrowserWindow;
import org.restante.testing.MailboxFiller;

/** Deleting, moving, and taking it back in a browser; what came of it is seen over a connection of its own. */
class KeepingOrderIT {

    @RegisterExtension
    static final BrowserDovecot dovecot = new BrowserDovecot();

    static List<BrowserLook> looks() {
        return List.of(
                BrowserLook.DESKTOP,
                BrowserLook.DESKTOP.withoutScript(),
                BrowserLook.PHONE.dark(),
                BrowserLook.PHONE.withoutScript());
    }

    @ParameterizedTest
    @MethodSource("looks")
    void deletes_moves_and_takes_back_with_buttons(BrowserLook look) throws IOException {
        String user = dovecot.personWithLetters(5);
        try (BrowserWindow window = dovecot.signedIn(user, look);
                MailboxFiller mail = dovecot.filler(user)) {
            Page page = window.page();
            tick(page, 2);
            tick(page, 4);
            page.locator(".list-acts [data-delete]").click();
            assertThat(page.locator(look.script() ? ".toast" : ".notice.done"))
                    .containsText("Moved to Trash: 2 messages.");
            assertThat(page.locator("#list .row[data-ref]")).hasCount(3);
            assertThat(count(mail, "Trash")).isEqualTo(2);

            page.locator(look.script() ? ".toast button" : ".undo button").click();
            assertThat(page.locator("#list .row[data-ref]")).hasCount(5);
            assertThat(page.locator(look.script() ? ".toast" : ".notice.done")).containsText("Undone: 2 messages.");
            assertThat(count(mail, "Trash")).isZero();

            tick(page, 3);
            page.locator(".list-acts [data-act=move]").click();
            assertThat(page.locator(".question h1")).hasText("Move to which folder?");
            window.picture("question");
            page.locator(".folder-choice[value=Archive]").click();
            assertThat(page.locator("#list .row[data-ref]")).hasCount(4);
            assertThat(page.locator(look.script() ? ".toast" : ".notice.done"))
                    .containsText("Moved to Archive: 1 message.");
            assertThat(count(mail, "Archive")).isEqualTo(1);
            if (look.script()) {
                assertThat(window.barriers()).isEmpty();
            }
            assertThat(window.problems()).isEmpty();
        }
    }

    @Test
    void the_keyboard_alone_deletes_archives_moves_and_takes_back() throws IOException {
        String user = dovecot.personWithLetters(5);
        try (BrowserWindow window = dovecot.signedIn(user, BrowserLook.DESKTOP);
                MailboxFiller mail = dovecot.filler(user)) {
            Page page = window.page();
            page.keyboard().press("j");
            page.keyboard().press("#");
            assertThat(page.locator(".toast")).containsText("Moved to Trash: 1 message.");
            assertThat(row(page, 5)).hasCount(0);
            assertThat(row(page, 4).locator(".row-link")).isFocused();
            page.keyboard().press("z");
            assertThat(page.locator(".toast")).containsText("Undone: 1 message.");
            assertThat(row(page, 5)).hasCount(1);
            assertThat(count(mail, "Trash")).isZero();

            row(page, 3).locator(".row-link").focus();
            page.keyboard().press("o");
            assertThat(page.locator("#subject")).hasText("Letter 3");
            page.keyboard().press("e");
            assertThat(page.locator(".toast")).containsText("Moved to Archive: 1 message.");
            assertThat(page).hasURL(Pattern.compile("/mail/INBOX$"));
            assertThat(count(mail, "Archive")).isEqualTo(1);

            row(page, 2).locator(".row-link").focus();
            page.keyboard().press("v");
            assertThat(page.locator("dialog.asks .folder-find input")).isFocused();
            page.keyboard().type("jun");
            page.keyboard().press("Enter");
            assertThat(page.locator(".toast")).containsText("Moved to Junk: 1 message.");
            assertThat(count(mail, "Junk")).isEqualTo(1);
            assertThat(row(page, 2)).hasCount(0);
            // What is fetched ahead may have been moved by then.
            assertThat(window.problems()).allMatch(problem -> problem.contains("a status of 410"));
        }
    }

    @Test
    void the_keyboard_alone_labels_and_takes_back() throws IOException {
        String user = dovecot.personWithLetters(2);
        try (BrowserWindow window = dovecot.signedIn(user, BrowserLook.DESKTOP)) {
            Page page = window.page();
            page.keyboard().press("j");
            page.keyboard().press("l");
            assertThat(page.locator("dialog.asks .folder-find input")).isFocused();
            page.keyboard().type("work");
            page.keyboard().press("Enter");
            assertThat(page.locator(".toast")).containsText("Label set: 1.");
            assertThat(row(page, 2).locator(".label")).hasText("Work");
            window.picture("label");
            page.keyboard().press("z");
            assertThat(row(page, 2).locator(".label")).hasCount(0);
            assertThat(window.barriers()).isEmpty();
            assertThat(window.problems()).isEmpty();
        }
    }

    @Test
    void a_folder_of_very_many_is_selected_moved_part_by_part_and_brought_back() throws IOException {
        String user = dovecot.personWithLetters(1050);
        try (BrowserWindow window = dovecot.signedIn(user, BrowserLook.DESKTOP);
                MailboxFiller mail = dovecot.filler(user)) {
            Page page = window.page();
            page.locator(".list-more:not(.list-sort) summary").click();
            page.locator("button[form=all]").click();
            assertThat(page.locator(".selected-all")).containsText("1,050");
            window.picture("selected");
            page.locator(".list-acts [data-act=archive]").click();
            assertThat(page.locator(".toast")).containsText("Moved to Archive: 1,050 messages.");
            assertThat(page.locator("#list .row[data-ref]")).hasCount(0);
            assertThat(count(mail, "Archive")).isEqualTo(1050);
            page.keyboard().press("z");
            assertThat(page.locator(".toast")).containsText("Undone: 1,050 messages.");
            assertThat(count(mail, "INBOX")).isEqualTo(1050);
            assertThat(window.problems()).isEmpty();
        }
    }

    @Test
    void deleting_for_good_asks_in_a_dialogue_and_escape_leaves_it() throws IOException {
        String user = dovecot.personWithLetters(1);
        try (MailboxFiller mail = dovecot.filler(user)) {
            mail.append("Trash", "Subject: Letter 1\n\nx\n").append("Trash", "Subject: Letter 2\n\nx\n");
            try (BrowserWindow window = dovecot.signedIn(user, BrowserLook.DESKTOP)) {
                Page page = window.page();
                page.navigate("/mail/Trash");
                tick(page, 1);
                page.locator(".list-acts [data-delete]").click();
                assertThat(page.locator("dialog.asks h1")).hasText("Delete for good: 1 message?");
                page.keyboard().press("Escape");
                assertThat(page.locator("dialog.asks")).hasCount(0);
                assertThat(count(mail, "Trash")).isEqualTo(2);

                page.locator(".list-offers button").click();
                assertThat(page.locator("dialog.asks h1")).containsText("Trash: 2 messages?");
                page.locator("dialog.asks .danger").click();
                assertThat(page.locator(".toast")).containsText("Deleted for good: 2 messages.");
                assertThat(page.locator("#list .empty")).isVisible();
                assertThat(count(mail, "Trash")).isZero();
                assertThat(window.problems()).isEmpty();
            }
        }
    }

    @Test
    void rows_are_dragged_to_a_folder_several_at_once() throws IOException {
        String user = dovecot.personWithLetters(4);
        try (BrowserWindow window = dovecot.signedIn(user, BrowserLook.DESKTOP);
                MailboxFiller mail = dovecot.filler(user)) {
            Page page = window.page();
            tick(page, 1);
            tick(page, 3);
            row(page, 3).locator(".row-link").dragTo(page.locator("#folders [data-folder=Archive]"));
            assertThat(page.locator(".toast")).containsText("Moved to Archive: 2 messages.");
            assertThat(page.locator("#list .row[data-ref]")).hasCount(2);
            assertThat(count(mail, "Archive")).isEqualTo(2);
            assertThat(window.problems()).isEmpty();
        }
    }

    @Test
    void a_row_comes_back_where_the_server_refuses() throws IOException {
        String user = dovecot.personWithLetters(3);
        try (BrowserWindow window = dovecot.signedIn(user, BrowserLook.DESKTOP);
                MailboxFiller mail = dovecot.filler(user)) {
            Page page = window.page();
            page.route("**/mail/INBOX/trash", route -> route.abort());
            row(page, 2).locator(".row-link").focus();
            page.keyboard().press("#");
            assertThat(page.locator(".toast.error")).isVisible();
            assertThat(row(page, 2)).hasCount(1);
            assertThat(count(mail, "INBOX")).isEqualTo(3);
        }
    }

    /** The box lies under the sender's picture, where it takes a click all the same. */
    private static void tick(Page page, int number) {
        row(page, number).locator(".row-tick").click();
    }

    private static Locator row(Page page, int number) {
        return page.locator("#list .row")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("Letter " + number + "\\b")));
    }

    private static int count(MailboxFiller mail, String mailbox) throws IOException {
        String status = mail.command("STATUS " + mailbox + " (MESSAGES)").get(0);
        return Integer.parseInt(status.replaceFirst(".*MESSAGES (\\d+).*", "$1"));
    }
}
