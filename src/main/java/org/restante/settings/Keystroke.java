package org.restante.settings;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One key, or two that are pressed one after the other, each named by the character that it types.
 *
 * @param written with a space between two keys, such as {@code g i}; empty: no key
 */
record Keystroke(String written) {

    private static final Pattern SHIFTED = Pattern.compile("(?i)\\bshift *\\+ *(\\p{L})");
    private static final Pattern FORM = Pattern.compile("(?:[^\\s\\p{C}](?: [^\\s\\p{C}])?)?");

    /** Reads what a person typed; {@code Shift+i} is another way to say {@code I}. */
    static Keystroke typed(String text) {
        String plain =
                SHIFTED.matcher(text).replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
        return new Keystroke(plain.strip().replaceAll("\\s+", " "));
    }

    /** Returns whether it can be pressed at all. */
    boolean isPossible() {
        return FORM.matcher(written).matches();
    }

    /** Returns whether one of the two would keep the other from ever being pressed. */
    boolean collidesWith(Keystroke other) {
        return !written.isEmpty()
                && !other.written.isEmpty()
                && ((written + " ").startsWith(other.written + " ") || (other.written + " ").startsWith(written + " "));
    }

    /** Returns what is on the keys, in the order in which they are pressed: a capital letter is Shift and a letter. */
    List<String> caps() {
        return Stream.of(written.split(" "))
                .filter(key -> !key.isEmpty())
                .flatMap(key -> isCapital(key) ? Stream.of("Shift", key) : Stream.of(key))
                .toList();
    }

    private static boolean isCapital(String key) {
        return Character.isUpperCase(key.codePointAt(0));
    }
}
