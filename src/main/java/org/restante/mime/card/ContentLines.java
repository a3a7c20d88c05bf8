package org.restante.mime.card;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The lines of a calendar or a contact, unfolded (RFC 5545 §3.1); no more than so many, and none longer than so much. */
final class ContentLines {

    private static final int MOST_LINES = 20_000;
    private static final int LONGEST_LINE = 32 << 10;

    private ContentLines() {}

    static List<ContentLine> read(String text) {
        List<ContentLine> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int at = 0;
        while (at < text.length() && lines.size() < MOST_LINES) {
            int end = text.indexOf('\n', at);
            end = end < 0 ? text.length() : end;
            int last = end > at && text.charAt(end - 1) == '\r' ? end - 1 : end;
            boolean folded = at < last && (text.charAt(at) == ' ' || text.charAt(at) == '\t');
            boolean goesOn = isSoftlyBroken(line);
            if (!folded && !goesOn) {
                take(line, lines);
            } else if (goesOn) {
                line.setLength(line.length() - 1);
            }
            int start = folded && !goesOn ? at + 1 : at;
            line.append(text, start, Math.min(last, start + Math.max(0, LONGEST_LINE - line.length())));
            at = end + 1;
        }
        take(line, lines);
        return lines;
    }

    /** In vCard 2.1 a line in quoted-printable goes on where it ends with the mark of that. */
    private static boolean isSoftlyBroken(StringBuilder line) {
        return line.length() > 0
                && line.charAt(line.length() - 1) == '='
                && line.substring(0, Math.min(line.length(), 200))
                        .toUpperCase(Locale.ROOT)
                        .contains("QUOTED-PRINTABLE");
    }

    private static void take(StringBuilder line, List<ContentLine> lines) {
        if (line.length() > 0) {
            ContentLine.parse(line.toString()).ifPresent(lines::add);
            line.setLength(0);
        }
    }
}
