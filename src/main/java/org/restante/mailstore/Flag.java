package org.restante.mailstore;

/**
 * A system flag such as {@code \Seen}, or a keyword such as {@code $Forwarded} (RFC 9051 §2.3.2); compared without regard to case.
 *
 * @param name an atom of RFC 9051, with a leading backslash for system flags
 * @throws IllegalArgumentException where the name is not such an atom
 */
public record Flag(String name) {

    private static final String REFUSED = "(){%*\"\\]";

    public static final Flag SEEN = new Flag("\\Seen");
    public static final Flag FLAGGED = new Flag("\\Flagged");
    public static final Flag ANSWERED = new Flag("\\Answered");
    public static final Flag DRAFT = new Flag("\\Draft");
    public static final Flag DELETED = new Flag("\\Deleted");
    public static final Flag FORWARDED = new Flag("$Forwarded");
    /** What a spam filter learns from (registered IMAP keywords). */
    public static final Flag JUNK = new Flag("$Junk");

    public static final Flag NOT_JUNK = new Flag("$NotJunk");
    /** Says that the server found attachments, or none (registered IMAP keywords). */
    public static final Flag HAS_ATTACHMENT = new Flag("$HasAttachment");

    public Flag {
        if (!isAtom(name.startsWith("\\") ? name.substring(1) : name)) {
            throw new IllegalArgumentException("not a flag");
        }
    }

    private static boolean isAtom(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c <= ' ' || c >= 0x7F || REFUSED.indexOf(c) >= 0) {
                return false;
            }
        }
        return !word.isEmpty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Flag flag && flag.name.equalsIgnoreCase(name);
    }

    @Override
    public int hashCode() {
        int hash = 0;
        for (int i = 0; i < name.length(); i++) {
            hash = hash * 31 + (name.charAt(i) | 0x20);
        }
        return hash;
    }

    @Override
    public String toString() {
        return name;
    }
}
