package org.restante.mime.html;

import java.util.List;

/**
 * Plain text as HTML: quotations nested, links to follow, the signature apart.
 *
 * <p>The answer is safe as it is. Its classes are {@code restante-text} (keeps white space), {@code restante-quote} and
 * {@code restante-signature}.
 */
public final class PlainText {

    private static final int MOST_QUOTED_LINES = 12;
    private static final int FEWEST_FOLDED_LINES = 4;

    private final StringBuilder out = new StringBuilder();
    private final String quotationLabel;
    private boolean folds;
    private boolean folded;
    private final Linkifier linkifier = new Linkifier(out);
    private int depth;
    private boolean inSignature;
    private boolean inBlock;

    private PlainText(String quotationLabel) {
        this.quotationLabel = quotationLabel;
    }

    /** Returns a text as it stands in HTML, its lines apart only for who keeps white space. */
    public static String escaped(String text) {
        return Escaping.of(text);
    }

    /**
     * Returns a text as HTML.
     *
     * @param flowed whether the type says {@code format=flowed} (RFC 3676)
     * @param delSp whether it says {@code delsp=yes} too
     */
    public static String toHtml(String text, boolean flowed, boolean delSp) {
        return toHtml(text, flowed, delSp, "");
    }

    /**
     * Returns a text as HTML, with long quotations folded.
     *
     * @param quotationLabel what stands in their place; empty: they are not folded
     */
    public static String toHtml(String text, boolean flowed, boolean delSp, String quotationLabel) {
        List<TextLine> lines = flowed ? TextLine.flowed(text, delSp) : TextLine.fixed(text);
        PlainText writer = new PlainText(quotationLabel);
        boolean hasText = false;
        for (int i = 0; i < lines.size(); i++) {
            TextLine line = lines.get(i);
            boolean begins = line.depth() > 0 && writer.depth == 0;
            writer.folds = begins && hasText && !quotationLabel.isEmpty() && isFoldable(lines, i);
            writer.line(line);
            hasText |= line.depth() == 0 && !line.text().isBlank();
        }
        writer.close();
        return writer.out.toString();
    }

    /** A long quotation is folded, and a shorter one where nothing but a signature follows. */
    private static boolean isFoldable(List<TextLine> lines, int start) {
        int end = start;
        while (end < lines.size() && lines.get(end).depth() > 0) {
            end++;
        }
        int length = end - start;
        return length > MOST_QUOTED_LINES
                || length >= FEWEST_FOLDED_LINES
                        && lines.subList(end, lines.size()).stream()
                                .takeWhile(line -> !line.startsSignature())
                                .allMatch(line -> line.text().isBlank());
    }

    /** Returns text as it stands in HTML, in an attribute too. */
    public static String escape(String text) {
        return Escaping.of(text);
    }

    private void line(TextLine line) {
        if (line.depth() != depth) {
            endBlock();
            inSignature = false;
            nest(line.depth());
        }
        if (line.startsSignature() && !inSignature) {
            endBlock();
            inSignature = true;
        }
        if (inBlock) {
            out.append('\n');
        } else {
            out.append("<div class=\"restante-text")
                    .append(inSignature ? " restante-signature" : "")
                    .append("\">");
            inBlock = true;
        }
        linkifier.append(line.text());
    }

    private void nest(int wanted) {
        if (folds) {
            out.append("<details class=\"restante-quoted\"><summary title=\"")
                    .append(escape(quotationLabel))
                    .append("\"></summary>");
            folded = true;
        }
        for (; depth < wanted; depth++) {
            out.append("<blockquote class=\"restante-quote\">");
        }
        for (; depth > wanted; depth--) {
            out.append("</blockquote>");
        }
        if (folded && depth == 0) {
            out.append("</details>");
            folded = false;
        }
    }

    private void endBlock() {
        if (inBlock) {
            out.append("</div>");
            inBlock = false;
        }
    }

    private void close() {
        endBlock();
        nest(0);
    }
}
