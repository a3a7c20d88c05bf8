package org.restante.mime.html;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/**
 * Walks a parsed message and writes what is allowed of it; everything written is built here, nothing is copied as
 * markup.
 */
final class TreeWriter {

    /** Marks an image that was not loaded. */
    static final String BLOCKED_CLASS = "restante-blocked";

    private static final int DEEPEST = 256;
    private static final int MOST_NODES = 100_000;
    /** Less than the sanitiser takes, so that what was cut here is not cut again. */
    static final int MOST_CHARACTERS = 2_000_000;

    private static final int MOST_LINK_TEXT = 2_000;

    private final InlineImages images;
    private final RemoteImages remoteImages;
    private final String quotationLabel;
    private final boolean forSending;
    private final StringBuilder out = new StringBuilder();
    private int written;
    private int blocked;
    private int trackers;
    private int loaded;
    private boolean truncated;
    private boolean hasText;
    private boolean inQuotation;

    TreeWriter(InlineImages images, RemoteImages remoteImages, String quotationLabel, boolean forSending) {
        this.images = images;
        this.remoteImages = remoteImages;
        this.quotationLabel = quotationLabel;
        this.forSending = forSending;
    }

    SanitizedHtml write(Element root) {
        root.childNodes().forEach(child -> node(child, 0));
        return new SanitizedHtml(
                out.toString().strip(), new SanitizedHtml.Remote(blocked, trackers, loaded), truncated);
    }

    private void node(Node node, int depth) {
        if (written >= MOST_NODES || out.length() >= MOST_CHARACTERS) {
            truncated = true;
        } else if (node instanceof TextNode text) {
            written++;
            hasText |= !text.isBlank();
            Escaping.append(out, text.getWholeText().replace('\r', '\n'));
        } else if (node instanceof Element element) {
            element(element, depth);
        } else if (node instanceof DataNode data) {
            rawText(data);
        }
    }

    private void element(Element element, int depth) {
        String name = element.normalName();
        boolean html = element.tag().namespace().equals(Parser.NamespaceHtml);
        if (!html || AllowedElements.isDropped(name) || element.hasClass(LinkTarget.HOST_CLASS)) {
            return;
        }
        if (name.equals("style")) {
            styleSheet(element);
        } else if (name.equals("body")) {
            body(element, depth);
        } else if (Quotations.isFolded(element) && depth < DEEPEST) {
            folded(element, depth);
        } else if (folds() && Quotations.isOne(element)) {
            fold(() -> keep(element, name, depth + 1));
        } else {
            keep(element, name, depth);
        }
    }

    private void keep(Element element, String name, int depth) {
        if (!AllowedElements.isKept(name) || depth >= DEEPEST) {
            children(element, depth);
        } else {
            kept(element, name, depth);
        }
    }

    private void children(Element element, int depth) {
        List<Node> children = element.childNodes();
        for (int i = 0; i < children.size(); i++) {
            if (folds() && Quotations.beginsAt(children.get(i))) {
                List<Node> quoted = children.subList(i, children.size());
                fold(() -> quoted.forEach(child -> node(child, depth + 1)));
                return;
            }
            node(children.get(i), depth);
        }
    }

    /** What stands alone is read, be it a quotation or not. */
    private boolean folds() {
        return hasText && !inQuotation && !quotationLabel.isEmpty();
    }

    private void fold(Runnable quotation) {
        out.append(foldStart());
        inQuotation = true;
        quotation.run();
        inQuotation = false;
        out.append("</details>");
    }

    private String foldStart() {
        return "<details class=\"" + Quotations.FOLDED_CLASS + "\"><summary title=\"" + Escaping.of(quotationLabel)
                + "\"></summary>";
    }

    /** What an earlier round folded, or what a message gives out for it: both are the same to a reader. */
    private void folded(Element element, int depth) {
        boolean before = inQuotation;
        out.append(foldStart());
        inQuotation = true;
        element.childNodes().stream()
                .filter(child -> !(child instanceof Element summary
                        && summary.normalName().equals("summary")))
                .forEach(child -> node(child, depth + 1));
        inQuotation = before;
        out.append("</details>");
    }

    private void kept(Element element, String name, int depth) {
        written++;
        out.append('<').append(name);
        attributes(element, name);
        Optional<LinkTarget> target = name.equals("a") ? link(element) : Optional.empty();
        if (name.equals("img")) {
            image(element);
        }
        out.append('>');
        if (AllowedElements.isVoid(name)) {
            return;
        }
        if (name.equals("pre") && startsWithNewline(element)) {
            out.append('\n');
        }
        children(element, depth + 1);
        out.append("</").append(name).append('>');
        target.ifPresent(to -> realHost(element, to));
    }

    /** The parser swallows the first line break of a pre. */
    private static boolean startsWithNewline(Element pre) {
        return pre.childNodeSize() > 0
                && pre.childNode(0) instanceof TextNode text
                && text.getWholeText().startsWith("\n");
    }

    private void attributes(Element element, String name) {
        for (Attribute attribute : element.attributes()) {
            String key = attribute.getKey().toLowerCase(Locale.ROOT);
            if (!name.equals("img") || !key.equals("class")) {
                AllowedAttributes.rewrite(name, key, attribute.getValue()).ifPresent(value -> attribute(key, value));
            }
            countRemote(key, attribute.getValue());
        }
    }

    private void attribute(String key, String value) {
        out.append(' ').append(key).append("=\"");
        Escaping.append(out, value.replace('\r', ' ').replace('\n', ' '));
        out.append('"');
    }

    private void countRemote(String key, String value) {
        boolean background = key.equals("background") && isRemote(value);
        boolean style = key.equals("style") && loads(value);
        blocked += background || style ? 1 : 0;
    }

    /** The colours and fonts of a body are those of the message; the frame's own body is not the message's to style. */
    private void body(Element body, int depth) {
        int start = out.length();
        out.append("<div");
        int empty = out.length();
        attributes(body, "div");
        if (out.length() == empty) {
            out.setLength(start);
            children(body, depth);
        } else {
            out.append('>');
            children(body, depth + 1);
            out.append("</div>");
        }
    }

    private void styleSheet(Element style) {
        String css = style.data();
        blocked += loads(css) ? 1 : 0;
        String filtered = CssFilter.styleSheet(css);
        if (!filtered.isEmpty()) {
            out.append("<style>").append(filtered).append("</style>");
        }
    }

    /** The markup in an xmp was meant to be read. */
    private void rawText(DataNode data) {
        if (data.parent() != null && data.parent().normalName().equals("xmp")) {
            Escaping.append(out, data.getWholeData());
        }
    }

    private Optional<LinkTarget> link(Element element) {
        Optional<LinkTarget> target = LinkTarget.of(element.attr("href"));
        target.ifPresent(to -> to.appendAttributes(out));
        return target;
    }

    private void realHost(Element link, LinkTarget target) {
        if (!forSending && !target.host().isEmpty() && NamedHosts.anyOther(textOf(link), target.host())) {
            target.appendHost(out);
        }
    }

    private static String textOf(Element link) {
        StringBuilder text = new StringBuilder();
        link.nodeStream(TextNode.class)
                .takeWhile(any -> text.length() < MOST_LINK_TEXT)
                .forEach(node -> text.append(node.getWholeText()));
        return text.substring(0, Math.min(text.length(), MOST_LINK_TEXT));
    }

    private void image(Element image) {
        String source = image.attr("src").strip();
        if (forSending) {
            sentImage(image, source);
            return;
        }
        String contentId = image.hasAttr("data-cid") ? image.attr("data-cid") : ContentIds.ofUrl(source);
        boolean ours = ContentIds.isOne(contentId);
        if (ours) {
            images.pathOf(contentId).filter(ContentIds::isPath).ifPresent(path -> attribute("src", path));
            attribute("data-cid", contentId);
        }
        boolean marked = !ours && (remoteImage(image, source) || image.hasClass(BLOCKED_CLASS));
        imageClasses(image, marked ? BLOCKED_CLASS + " " : "");
    }

    private void sentImage(Element image, String source) {
        String contentId = ContentIds.ofUrl(source);
        Optional<String> known = ContentIds.isOne(contentId) ? images.pathOf(contentId) : Optional.empty();
        if (known.isPresent()) {
            attribute("src", "cid:" + known.get());
        } else if (isRemote(source) && !Trackers.isOne(image, source)) {
            LinkTarget.of(source.startsWith("//") ? "https:" + source : source)
                    .ifPresent(target -> attribute("src", target.href()));
        }
    }

    /** Returns whether this is a picture of another site that is not loaded. */
    private boolean remoteImage(Element image, String source) {
        if (remoteImages.isOwn(source)) {
            attribute("src", source);
            return false;
        }
        if (!isRemote(source)) {
            blocked += image.hasAttr("srcset") ? 1 : 0;
            return image.hasAttr("srcset");
        }
        String url = source.startsWith("//") ? "https:" + source : source;
        boolean tracker = Trackers.isOne(image, url);
        Optional<String> path = tracker ? Optional.empty() : remoteImages.pathOf(url);
        path.ifPresent(own -> attribute("src", own));
        trackers += tracker ? 1 : 0;
        loaded += path.isPresent() ? 1 : 0;
        blocked += tracker || path.isPresent() ? 0 : 1;
        return path.isEmpty();
    }

    private void imageClasses(Element image, String mark) {
        String own = image.className().replace(BLOCKED_CLASS, "");
        String all = mark + AllowedAttributes.rewrite("img", "class", own).orElse("");
        if (!all.isBlank()) {
            attribute("class", all.strip());
        }
    }

    private static boolean loads(String css) {
        return css.contains("//") && css.toLowerCase(Locale.ROOT).contains("url(");
    }

    private static boolean isRemote(String url) {
        String lower = url.strip().toLowerCase(Locale.ROOT);
        return lower.startsWith("http:") || lower.startsWith("https:") || lower.startsWith("//");
    }
}
