package org.restante.mime.html;

/** Writes text into HTML, within double quotes or between tags, so that it can never be anything but text. */
final class Escaping {

    private Escaping() {}

    /**
     * Appends text; controls are dropped, as are overrides of the direction of writing, which make one text look like
     * another.
     */
    static void append(StringBuilder out, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> {
                    if (isShown(c, text, i)) {
                        out.append(c);
                    }
                }
            }
        }
    }

    private static boolean isShown(char c, String text, int index) {
        if (c == '\n' || c == '\t') {
            return true;
        }
        if (Character.isHighSurrogate(c)) {
            return index + 1 < text.length() && Character.isLowSurrogate(text.charAt(index + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return index > 0 && Character.isHighSurrogate(text.charAt(index - 1));
        }
        return !Character.isISOControl(c) && c != 0x202D && c != 0x202E && c < 0xFFFE && c != 0xFEFF;
    }

    /** Returns text for HTML; see {@link #append}. */
    static String of(String text) {
        StringBuilder out = new StringBuilder(text.length() + text.length() / 8);
        append(out, text);
        return out.toString();
    }
}
