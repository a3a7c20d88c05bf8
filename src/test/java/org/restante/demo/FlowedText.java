package org.restante.demo;

import java.util.stream.Collectors;

/** Writes paragraphs as {@code format=flowed} (RFC 3676). */
final class FlowedText {

    private static final int WIDTH = 72;

    private FlowedText() {}

    /** Returns the text with each long line broken into flowed ones; quote marks stand before each of them. */
    static String of(String text) {
        return text.lines().map(FlowedText::paragraph).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String paragraph(String line) {
        if (line.equals("-- ")) {
            return line;
        }
        String quote = line.replaceFirst("^((?:>+ ?)*).*$", "$1");
        String rest = line.substring(quote.length()).stripTrailing();
        StringBuilder lines = new StringBuilder();
        while (rest.length() > WIDTH && rest.lastIndexOf(' ', WIDTH) > 0) {
            int end = rest.lastIndexOf(' ', WIDTH) + 1;
            lines.append(quote).append(stuffed(quote, rest.substring(0, end))).append('\n');
            rest = rest.substring(end);
        }
        return lines.append(quote).append(stuffed(quote, rest)).toString();
    }

    /** RFC 3676 §4.4: what could be taken for a quote or an mbox separator gets a space. */
    private static String stuffed(String quote, String line) {
        boolean ambiguous = line.startsWith(" ") || line.startsWith(">") || line.startsWith("From ");
        return quote.isEmpty() && ambiguous ? " " + line : line;
    }
}
