package org.restante.submission;

import java.util.stream.Stream;

/**
 * What a person typed, as they typed it: the lists of recipients need not be correct yet.
 *
 * @param sender the address of one of the person's identities
 */
public record DraftFields(
        String sender, String to, String cc, String bcc, String replyTo, String subject, String text) {

    /** Returns whether nothing was typed yet. */
    public boolean isEmpty() {
        return Stream.of(to, cc, bcc, replyTo, subject, text).allMatch(String::isBlank);
    }
}
