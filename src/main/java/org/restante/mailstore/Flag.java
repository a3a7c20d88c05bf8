package org.restante.mailstore;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A system flag such as {@code \Seen}, or a keyword such as {@code $Forwarded} (RFC 9051 §2.3.2); compared without regard to case.
 *
 * @param name an atom of RFC 9051, with a leading backslash for system flags
 * @throws IllegalArgumentException where the name is not such an atom
 */
public record Flag(String name) {

    private static final Pattern FORM = Pattern.compile("\\\\?[^\\x00-\\x20\\x7f-\\uffff(){%*\"\\\\\\]]+");

    public static final Flag SEEN = new Flag("\\Seen");
    public static final Flag FLAGGED = new Flag("\\Flagged");
    public static final Flag ANSWERED = new Flag("\\Answered");
    public static final Flag DRAFT = new Flag("\\Draft");
    public static final Flag DELETED = new Flag("\\Deleted");
    public static final Flag FORWARDED = new Flag("$Forwarded");
    /** Says that the server found attachments, or none (registered IMAP keywords). */
    public static final Flag HAS_ATTACHMENT = new Flag("$HasAttachment");

    public Flag {
        if (!FORM.matcher(name).matches()) {
            throw new IllegalArgumentException("not a flag");
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Flag flag && flag.name.equalsIgnoreCase(name);
    }

    @Override
    public int hashCode() {
        return name.toLowerCase(Locale.ROOT).hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
