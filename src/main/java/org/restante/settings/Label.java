package org.restante.settings;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * A colour label: a keyword that messages bear, with the person's name for it (RFC 9051 §2.3.2).
 *
 * @param keyword what the mail server keeps
 * @param name what the person calls it
 * @param colour one of {@link #COLOURS}
 */
public record Label(String keyword, String name, String colour) {

    /** The names of the colours, as styles and texts know them. */
    public static final List<String> COLOURS = List.of("red", "orange", "green", "blue", "purple", "grey");

    private static final int LONGEST = 50;

    /**
     * Returns a new label. Its keyword is the name in lower case, as other mail programs write it, with {@code _hh} for each octet that a
     * keyword cannot hold.
     *
     * @throws IllegalArgumentException where it cannot be called so
     */
    static Label named(String name, String colour) {
        String plain = name.strip();
        if (plain.isEmpty()
                || plain.length() > LONGEST
                || !COLOURS.contains(colour)
                || plain.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("not a label");
        }
        return new Label(keyword(plain), plain, colour);
    }

    private static String keyword(String name) {
        var keyword = new StringBuilder();
        for (byte octet : name.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8)) {
            boolean plain = octet >= 'a' && octet <= 'z' || octet >= '0' && octet <= '9' || octet == '-';
            keyword.append(plain ? "" + (char) octet : "_%02x".formatted(octet));
        }
        return keyword.toString();
    }
}
