package org.restante.testing;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The application before Dovecot, and a browser; all test classes share them. Skips the class where one of them is not installed. */
public final class BrowserDovecot implements BeforeAllCallback {

    private record Application(RunningRestante restante) implements AutoCloseable {

        static Application start() {
            return new Application(RunningRestante.inFrontOf(
                    "imap://127.0.0.1:" + Dovecot.shared().imapPort() + "?tls=off"));
        }

        @Override
        public void close() {
            restante.close();
        }
    }

    private Browser browser;
    private RunningRestante restante;

    @Override
    public void beforeAll(ExtensionContext context) {
        browser = Shared.by(context, Browser.class, Browser::launch);
        restante = Shared.by(context, Application.class, Application::start).restante();
    }

    /** Returns somebody new, whose inbox holds this many messages: subjects are {@code Letter 1} and so on, the last one the newest. */
    public String personWithLetters(int count) throws IOException {
        String user = "reader-" + UUID.randomUUID();
        try (MailboxFiller mail = filler(user)) {
            mail.appendAll("INBOX", count, BrowserDovecot::letter);
        }
        return user;
    }

    private static String letter(int number) {
        return """
                From: Writer %d <writer%d@example.org>
                To: reader@example.org
                Subject: Letter %d
                Date: %d Nov 2026 10:%02d:00 +0000

                Text of letter %d.
                """.formatted(number % 17, number % 17, number, 1 + number % 2000 / 100, number % 60, number);
    }

    /** Opens a client of the mail server itself. */
    public MailboxFiller filler(String user) throws IOException {
        return MailboxFiller.open(Dovecot.shared().imapPort(), user, Dovecot.PASSWORD);
    }

    /** Opens a window with the person's inbox. */
    public BrowserWindow signedIn(String user, BrowserLook look) {
        BrowserWindow window = browser.open(restante.origin(), look);
        Page page = window.visit("/");
        page.fill("input[name=username]", user);
        page.fill("input[name=password]", Dovecot.PASSWORD);
        page.click("form.sign-in button[type=submit]");
        page.waitForURL("**/mail/INBOX");
        return window;
    }
}
