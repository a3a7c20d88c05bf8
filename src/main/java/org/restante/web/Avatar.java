package org.restante.web;

import java.util.List;
import java.util.Locale;
import org.restante.mime.Address;

/**
 * A person as a small coloured disc.
 *
 * @param initials one or two letters; empty where there is nothing to take them from
 * @param hue 0 to 11, the same for the same mail address
 */
public record Avatar(String initials, int hue) {

    private static final int HUES = 12;

    /** Returns the disc of the first of these people; an empty one where there is none. */
    public static Avatar of(List<Address> people) {
        return of(people.isEmpty() ? new Address("", "") : people.get(0));
    }

    /** Returns the disc of a person. */
    public static Avatar of(Address person) {
        String key = (person.address().isBlank() ? person.display() : person.address()).toLowerCase(Locale.ROOT);
        return new Avatar(initials(person.display()), Math.floorMod(key.hashCode() * 31 >>> 7, HUES));
    }

    private static String initials(String name) {
        String[] words = name.replaceAll("@.*", "")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .trim()
                .split(" ");
        String first = initial(words[0]);
        boolean shortScript = !first.isEmpty() && Character.isIdeographic(first.codePointAt(0));
        return words.length == 1 || shortScript ? first : first + initial(words[words.length - 1]);
    }

    private static String initial(String word) {
        return word.isEmpty()
                ? ""
                : word.substring(0, word.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT);
    }
}
