package org.restante.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.WaitForFunctionOptions;
import java.io.IOException;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.restante.testing.BrowserDovecot;
import org.restante.testing.BrowserLook;
import org.restante.testing.BrowserWindow;
import org.restante.testing.MailboxFiller;

/** The frame that a message's text stands in. */
class BodyFrameIT {

    @RegisterExtension
    static final BrowserDovecot dovecot = new BrowserDovecot();

    @ParameterizedTest
    @CsvSource({"true, 600, true", "true, 2000, false", "true, 100, true", "false, 600, true"})
    void is_as_high_as_what_is_in_it_and_shows_all_its_width_while_that_can_be_read(
            boolean phone, int width, boolean fits) throws IOException {
        String person = dovecot.personWithLetters(0);
        try (MailboxFiller mail = dovecot.filler(person)) {
            mail.append(
                    "INBOX",
                    "From: a@b.example\nSubject: Wide\nMIME-Version: 1.0\nContent-Type: text/html\n\n<table width=%d><tr><td>%s</td></tr></table>\n"
                            .formatted(width, "words ".repeat(300)));
        }
        try (BrowserWindow window = dovecot.signedIn(person, phone ? BrowserLook.PHONE : BrowserLook.DESKTOP)) {
            Page page = window.page();
            page.locator("#list .row-subject").click();
            page.waitForSelector("iframe.body.arrived");

            page.waitForFunction("""
                    (fits) => {
                      const frame = document.querySelector('iframe.body');
                      const root = frame.contentDocument.documentElement;
                      const whole = root.scrollWidth <= frame.clientWidth;
                      return root.scrollHeight > 20 && frame.clientHeight >= root.getBoundingClientRect().height && whole === fits;
                    }""", fits, new WaitForFunctionOptions().setTimeout(20_000));
            assertThat(window.problems()).isEmpty();
        }
    }
}
