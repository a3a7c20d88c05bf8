package org.restante.mime.html;

/** Ids, names and classes of a message, kept apart from those of the page by a prefix. */
final class Names {

    static final String PREFIX = "m-";
    private static final int LONGEST = 100;

    private Names() {}

    /** Returns whether this is a name that is kept: ASCII letters, digits, hyphen, underscore; not a digit first. */
    static boolean isName(String name) {
        return !name.isEmpty()
                && name.length() <= LONGEST
                && !Character.isDigit(name.charAt(0))
                && name.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || c == '-' || c == '_'));
    }

    /** Returns the name with the prefix, which a name that was rewritten before has already. */
    static String prefixed(String name) {
        return name.startsWith(PREFIX) ? name : PREFIX + name;
    }
}
