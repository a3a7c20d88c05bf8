package org.restante.mime.html;

import java.util.Set;

/** Which elements of a message stay, which go with their content, and which give way to their content. */
final class AllowedElements {

    private static final Set<String> KEPT = Set.of(
            "a",
            "abbr",
            "acronym",
            "address",
            "article",
            "aside",
            "b",
            "big",
            "blockquote",
            "br",
            "caption",
            "center",
            "cite",
            "code",
            "col",
            "colgroup",
            "dd",
            "del",
            "dfn",
            "dir",
            "div",
            "dl",
            "dt",
            "em",
            "figcaption",
            "figure",
            "font",
            "footer",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hr",
            "i",
            "img",
            "ins",
            "kbd",
            "li",
            "main",
            "mark",
            "nav",
            "ol",
            "p",
            "pre",
            "q",
            "s",
            "samp",
            "section",
            "small",
            "span",
            "strike",
            "strong",
            "sub",
            "sup",
            "table",
            "tbody",
            "td",
            "tfoot",
            "th",
            "thead",
            "time",
            "tr",
            "tt",
            "u",
            "ul",
            "var",
            "wbr");

    private static final Set<String> VOID = Set.of("br", "col", "hr", "img", "wbr");

    /** Their content is no text, or is meant for readers that can do what this one refuses. */
    private static final Set<String> DROPPED = Set.of(
            "script",
            "noscript",
            "template",
            "title",
            "svg",
            "math",
            "iframe",
            "frame",
            "frameset",
            "noframes",
            "noembed",
            "object",
            "embed",
            "applet",
            "param",
            "audio",
            "video",
            "source",
            "track",
            "canvas",
            "map",
            "area",
            "base",
            "basefont",
            "bgsound",
            "link",
            "meta",
            "datalist",
            "slot",
            "portal",
            "dialog",
            "nextid",
            "xml",
            "selectedcontent");

    private AllowedElements() {}

    static boolean isKept(String name) {
        return KEPT.contains(name);
    }

    static boolean isDropped(String name) {
        return DROPPED.contains(name);
    }

    static boolean isVoid(String name) {
        return VOID.contains(name);
    }
}
