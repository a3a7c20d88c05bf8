package org.restante.submission;

import java.util.stream.Stream;

/**
 * What a person typed, as they typed it: the lists of recipients need not be correct yet.
 *
 * @param sender the address of one of the person's identities
 * @param text of the message; where it has formatting, the same without it
 * @param html sanitised, its pictures by the Content-IDs of the draft's files; empty where the text is plain
 */
public record DraftFields(
        String sender,
        String to,
        String cc,
        String bcc,
        String replyTo,
        String subject,
        String text,
        String html,
        Priority priority) {

    /** Plain text of the usual priority. */
    public DraftFields(String sender, String to, String cc, String bcc, String replyTo, String subject, String text) {
        this(sender, to, cc, bcc, replyTo, subject, text, "", Priority.NORMAL);
    }

    /** Returns the same for others. */
    public DraftFields to(String others) {
        return new DraftFields(sender, others, "", "", replyTo, subject, text, html, priority);
    }

    /** Returns whether nothing was typed yet. */
    public boolean isEmpty() {
        return Stream.of(to, cc, bcc, replyTo, subject, text).allMatch(String::isBlank) && !html.contains("<img");
    }
}
