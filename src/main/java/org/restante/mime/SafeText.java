package org.restante.mime;

import java.util.stream.Collectors;

/**
 * Makes text harmless for any place where it is shown: no control characters, no control over the order
 * of display.
 */
public final class SafeText {

    private SafeText() {}

    /**
     * Returns the text on one line: line breaks and tabs become spaces; other controls, bidi overrides and isolates
     * are gone.
     */
    public static String oneLine(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (isBreak(c)) {
                clean.append(' ');
            } else if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                clean.append('\uFFFD');
            } else if (!Character.isISOControl(c) && !isInvisibleControl(c)) {
                clean.appendCodePoint(c);
            }
        }
        return clean.toString().strip();
    }

    /** Returns each line of the text made harmless like {@link #oneLine}. */
    public static String lines(String text) {
        return text.lines()
                .map(SafeText::oneLine)
                .collect(Collectors.joining("\n"))
                .strip();
    }

    /**
     * Returns whether this is an embedding, override or isolate of UAX #9; the marks LRM, RLM and ALM stay, since
     * they only nudge.
     */
    static boolean isBidiControl(int c) {
        return c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
    }

    private static boolean isInvisibleControl(int c) {
        return isBidiControl(c) || c == 0xFEFF || c >= 0xFFF9 && c <= 0xFFFB || (c & 0xFFFE) == 0xFFFE;
    }

    private static boolean isBreak(int c) {
        return c == '\r' || c == '\n' || c == '\t' || c == 0x0B || c == 0x0C || c == 0x85 || c == 0x2028 || c == 0x2029;
    }
}
