package org.restante.mime.html;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** The text of a message as plain text, for an answer that quotes it. */
public final class QuotedText {

    private static final Set<String> BLOCKS = Set.of(
            "address",
            "blockquote",
            "dd",
            "div",
            "dl",
            "dt",
            "figure",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "hr",
            "li",
            "ol",
            "p",
            "pre",
            "table",
            "tr",
            "ul");
    private static final int DEEPEST = 200;

    private final StringBuilder out = new StringBuilder();

    private QuotedText() {}

    /**
     * Returns a text with each line marked as quoted once more.
     *
     * @param flowed whether the type says {@code format=flowed} (RFC 3676)
     * @param delSp whether it says {@code delsp=yes} too
     */
    public static String quote(String text, boolean flowed, boolean delSp) {
        return plainLines(text, flowed, delSp).stream()
                .map(line -> (">".repeat(line.depth() + 1) + " " + line.text()).stripTrailing())
                .collect(Collectors.joining("\n"));
    }

    /** Returns a text as people read it, its paragraphs in one line each. */
    public static String unflowed(String text, boolean flowed, boolean delSp) {
        return plainLines(text, flowed, delSp).stream()
                .map(line -> line.depth() == 0 ? line.text() : ">".repeat(line.depth()) + " " + line.text())
                .collect(Collectors.joining("\n"));
    }

    private static List<TextLine> plainLines(String text, boolean flowed, boolean delSp) {
        return flowed ? TextLine.flowed(text, delSp) : TextLine.fixed(text);
    }

    /** Returns the text of a message's HTML, which goes through the sanitiser first; quotations are marked by {@code >}. The line above a signature keeps its space (RFC 3676 §4.3). */
    public static String ofHtml(String html) {
        String safe = new HtmlSanitizer(contentId -> java.util.Optional.empty())
                .sanitize(html)
                .html();
        var writer = new QuotedText();
        writer.append(Jsoup.parse(safe).body(), false, 0);
        return writer.out
                .toString()
                .replaceAll("(?<!(^|\n)--)[ \\t]+\n", "\n")
                .replaceAll("\n{3,}", "\n\n")
                .strip();
    }

    private void append(Element element, boolean pre, int depth) {
        for (Node child : element.childNodes()) {
            if (child instanceof TextNode text) {
                out.append(pre ? text.getWholeText() : collapsed(text.getWholeText()));
            } else if (child instanceof Element below && depth < DEEPEST) {
                appendElement(below, pre, depth + 1);
            }
        }
    }

    private String collapsed(String text) {
        String words = text.replaceAll("[ \\t\\r\\n\\f]+", " ");
        boolean atStart =
                out.length() == 0 || out.charAt(out.length() - 1) == '\n' || out.charAt(out.length() - 1) == ' ';
        return atStart && words.startsWith(" ") ? words.substring(1) : words;
    }

    private void appendElement(Element element, boolean pre, int depth) {
        String name = element.normalName();
        if (name.equals("br")) {
            out.append('\n');
        } else if (name.equals("blockquote")) {
            appendQuotation(element, pre, depth);
        } else {
            boolean block = BLOCKS.contains(name);
            endLine(block, name.equals("p"));
            out.append(name.equals("li") ? "- " : "");
            append(element, pre || name.equals("pre"), depth);
            out.append(name.equals("td") || name.equals("th") ? " " : "");
            endLine(block, name.equals("p"));
        }
    }

    private void appendQuotation(Element element, boolean pre, int depth) {
        var within = new QuotedText();
        within.append(element, pre, depth);
        endLine(true, false);
        out.append(quote(within.out.toString().strip(), false, false)).append('\n');
    }

    private void endLine(boolean block, boolean apart) {
        boolean open = out.length() > 0 && out.charAt(out.length() - 1) != '\n';
        out.append(block && open ? "\n" : "").append(apart && out.length() > 0 ? "\n" : "");
    }
}
