package org.restante.mailstore;

import java.util.regex.Pattern;

/** The key of a message in its account; it never comes to mean another message. */
public record MessageRef(MailboxName mailbox, UidValidity uidValidity, Uid uid) {

    private static final Pattern FORM = Pattern.compile("(0|[1-9][0-9]{0,9})-([1-9][0-9]{0,9})");

    /** Returns the key within its mailbox, {@code UIDVALIDITY-UID}, as addresses and forms carry it. */
    public String key() {
        return uidValidity + "-" + uid;
    }

    /**
     * Reads what {@link #key()} wrote.
     *
     * @throws IllegalArgumentException where the text is not of that form
     */
    public static MessageRef of(MailboxName mailbox, String key) {
        var match = FORM.matcher(key);
        if (!match.matches()) {
            throw new IllegalArgumentException("not the key of a message");
        }
        return new MessageRef(
                mailbox, new UidValidity(Long.parseLong(match.group(1))), new Uid(Long.parseLong(match.group(2))));
    }
}
