package org.restante.submission;

/**
 * Writes text as {@code format=flowed} (RFC 3676): long lines are broken at spaces in a way that readers undo, and what others wrote
 * stays theirs, by the number of {@code >} before it.
 */
final class FlowedText {

    private static final int WIDTH = 76;

    private final StringBuilder out = new StringBuilder();

    private FlowedText() {}

    /** Returns the text, with CRLF at the end of each line. */
    static String of(String text) {
        var writer = new FlowedText();
        text.replace("\r\n", "\n").replace('\r', '\n').lines().forEach(writer::paragraph);
        return writer.out.toString();
    }

    private void paragraph(String line) {
        int depth = 0;
        int at = 0;
        while (at < line.length() && line.charAt(at) == '>') {
            depth++;
            at++;
            at += at + 1 < line.length() && line.charAt(at) == ' ' && line.charAt(at + 1) == '>' ? 1 : 0;
        }
        String quote = ">".repeat(depth);
        String words =
                depth > 0 && at < line.length() && line.charAt(at) == ' ' ? line.substring(at + 1) : line.substring(at);
        if (words.equals("-- ")) {
            write(quote, words);
            return;
        }
        words = words.stripTrailing();
        int most = WIDTH - quote.length() - 1;
        while (words.length() > most) {
            int space = breakBefore(words, most);
            if (space < 0) {
                break;
            }
            write(quote, words.substring(0, space + 1));
            words = words.substring(space + 1);
        }
        write(quote, words);
    }

    /** Returns where to break: at the last space that fits, else at the first one; -1 where there is none. Dashes alone begin a signature. */
    private static int breakBefore(String words, int most) {
        int space = words.lastIndexOf(' ', most - 1);
        String line = words.substring(0, Math.max(space, 0));
        return line.isBlank() || line.equals("--") ? words.indexOf(' ', most) : space;
    }

    /** A line that would be taken for a quotation or an old mailbox's separator gets a space before it, which readers take off. */
    private void write(String quote, String words) {
        boolean stuffed = !quote.isEmpty()
                ? !words.isEmpty()
                : words.startsWith(" ") || words.startsWith(">") || words.startsWith("From ");
        out.append(quote).append(stuffed ? " " : "").append(words).append("\r\n");
    }
}
