package org.restante.mime.html;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Finds the history that mail programs put below an answer. */
final class Quotations {

    /** Marks what is folded. */
    static final String FOLDED_CLASS = "restante-quoted";

    private static final Set<String> CLASSES =
            Set.of("gmail_quote", "gmail_quote_container", "yahoo_quoted", "protonmail_quote", "tutanota_quote");
    private static final Set<String> FROM_HERE_ON =
            Set.of("divrplyfwdmsg", "appendonsend", "mail-editor-reference-message-container");
    private static final int SHORT = 200;

    private Quotations() {}

    /** Returns whether the element is a quotation as a whole, and long enough to be folded. */
    static boolean isOne(Element element) {
        boolean cited = element.normalName().equals("blockquote")
                && element.attr("type").strip().equalsIgnoreCase("cite");
        return (cited || CLASSES.stream().anyMatch(element::hasClass)) && isLong(element);
    }

    /** Returns whether a quotation begins with this and takes all its siblings that follow, as Outlook has it. */
    static boolean beginsAt(Node node) {
        return node instanceof Element element
                && FROM_HERE_ON.contains(element.id().toLowerCase(java.util.Locale.ROOT));
    }

    /** Returns whether the element is one that was folded already. */
    static boolean isFolded(Element element) {
        return element.normalName().equals("details") && element.hasClass(FOLDED_CLASS);
    }

    private static boolean isLong(Element element) {
        int[] length = {0};
        element.nodeStream(TextNode.class)
                .takeWhile(any -> length[0] < SHORT)
                .forEach(text -> length[0] += text.getWholeText().strip().length());
        return length[0] >= SHORT;
    }
}
