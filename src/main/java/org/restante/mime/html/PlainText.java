package org.restante.mime.html;

import java.util.List;

/**
 * Plain text as HTML: quotations nested, links to follow, the signature apart.
 *
 * <p>The answer is safe as it is. Its classes are {@code restante-text} (keeps white space), {@code restante-quote} and
 * {@code restante-signature}.
 */
public final class PlainText {

    private final StringBuilder out = new StringBuilder();
    private int depth;
    private boolean inSignature;
    private boolean inBlock;

    private PlainText() {}

    /**
     * Returns a text as HTML.
     *
     * @param flowed whether the type says {@code format=flowed} (RFC 3676)
     * @param delSp whether it says {@code delsp=yes} too
     */
    public static String toHtml(String text, boolean flowed, boolean delSp) {
        List<TextLine> lines = flowed ? TextLine.flowed(text, delSp) : TextLine.fixed(text);
        PlainText writer = new PlainText();
        lines.forEach(writer::line);
        writer.close();
        return writer.out.toString();
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
        Linkifier.append(out, line.text());
    }

    private void nest(int wanted) {
        for (; depth < wanted; depth++) {
            out.append("<blockquote class=\"restante-quote\">");
        }
        for (; depth > wanted; depth--) {
            out.append("</blockquote>");
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
