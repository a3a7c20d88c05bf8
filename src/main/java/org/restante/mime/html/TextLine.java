package org.restante.mime.html;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of plain text, or a paragraph of format=flowed.
 *
 * @param depth how many times it is quoted
 * @param text without quote marks and stuffing
 */
record TextLine(int depth, String text) {

    private static final int DEEPEST = 30;
    private static final String SIGNATURE = "-- ";

    /** Returns the lines of a text as they stand; a quote mark may be followed by a space. */
    static List<TextLine> fixed(String text) {
        return text.lines().map(TextLine::parseFixed).toList();
    }

    private static TextLine parseFixed(String line) {
        int depth = 0;
        int start = 0;
        while (start < line.length() && line.charAt(start) == '>' && depth < DEEPEST) {
            depth++;
            start++;
            boolean spaced = start < line.length() && line.charAt(start) == ' ';
            start += spaced ? 1 : 0;
        }
        return new TextLine(depth, line.substring(start));
    }

    /**
     * Returns the paragraphs of format=flowed (RFC 3676 §4).
     *
     * @param delSp whether the space at the end of a flowed line is only a mark (§4.1)
     */
    static List<TextLine> flowed(String text, boolean delSp) {
        List<TextLine> paragraphs = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        int depth = -1;
        boolean flowing = false;
        for (TextLine line : (Iterable<TextLine>) text.lines().map(TextLine::parseFlowed)::iterator) {
            boolean signature = line.text().equals(SIGNATURE);
            if (depth >= 0 && (!flowing || depth != line.depth() || signature)) {
                paragraphs.add(new TextLine(depth, open.toString()));
                open.setLength(0);
            }
            depth = line.depth();
            flowing = line.text().endsWith(" ") && !signature;
            open.append(line.text(), 0, line.text().length() - (flowing && delSp ? 1 : 0));
        }
        if (depth >= 0) {
            paragraphs.add(new TextLine(depth, open.toString()));
        }
        return paragraphs;
    }

    private static TextLine parseFlowed(String line) {
        int start = 0;
        while (start < line.length() && line.charAt(start) == '>') {
            start++;
        }
        boolean stuffed = start < line.length() && line.charAt(start) == ' ';
        return new TextLine(Math.min(start, DEEPEST), line.substring(start + (stuffed ? 1 : 0)));
    }

    /** Returns whether a signature begins here (RFC 3676 §4.3); trailing space is often lost on the way. */
    boolean startsSignature() {
        return depth == 0 && (text.equals(SIGNATURE) || text.equals("--"));
    }
}
