package org.restante.testing;

import static org.restante.testing.MailServersUnderTest.greenMail;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Somebody with mail on one of the servers under test.
 *
 * @param imapPort of the mail server itself, not of a proxy
 */
public record Person(int imapPort, String address, String password) {

    private static final AtomicInteger COUNT = new AtomicInteger();

    /** Returns somebody new with an empty mailbox on the GreenMail behind this domain of {@link MailServersUnderTest}. */
    public static Person at(String domain) {
        return at(domain, "secret");
    }

    /** Like {@link #at(String)}, with a password. */
    public static Person at(String domain, String password) {
        String address = "person%d@%s".formatted(COUNT.incrementAndGet(), domain);
        greenMail().withUser(address, password);
        return new Person(greenMail().imapPort(), address, password);
    }

    /** Returns the person's own mail program, which knows nothing of the application. */
    public MailboxFiller mail() throws IOException {
        return MailboxFiller.open(imapPort, address, password);
    }

    /** Returns all mailboxes and flags: see {@link MailState}. */
    public List<String> mailState() throws IOException {
        return MailState.of(imapPort, address, password);
    }

    /** Puts a short message into a mailbox. */
    public Person withMessage(String mailbox, String subject) throws IOException {
        return withSource(
                mailbox,
                "From: Anna <anna@sender.example>\nSubject: %s\nDate: Mon, 23 Nov 2026 10:00:00 +0000\n\nText of %s\n"
                        .formatted(subject, subject));
    }

    /** Puts a message into a mailbox, its line ends made CRLF. */
    public Person withSource(String mailbox, String message) throws IOException {
        try (var mail = mail()) {
            mail.append(mailbox, message);
        }
        return this;
    }

    /** Makes a mailbox. */
    public Person withMailbox(String mailbox) throws IOException {
        try (var mail = mail()) {
            mail.create(mailbox);
        }
        return this;
    }

    /** Returns this person's browser at the application on this port, signed in. */
    public Visitor signedInAt(int port) {
        return new Visitor(port).signedIn(address, password);
    }
}
