package org.restante.mime.html;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rewrites the attributes that need no context; those of links and images are handled where they stand. */
final class AllowedAttributes {

    private static final int LONGEST_TEXT = 1000;
    private static final int MOST_CLASSES = 50;
    private static final Pattern LENGTH = Pattern.compile("\\d{1,4}(\\.\\d{1,4})?(%|px)?");
    private static final Pattern SMALL_NUMBER = Pattern.compile("\\d{1,2}|100");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8}){0,5}");
    private static final Set<String> ALIGN =
            Set.of("left", "right", "center", "justify", "middle", "top", "bottom", "baseline", "absmiddle");
    private static final Set<String> LIST_TYPE = Set.of("1", "a", "i", "disc", "circle", "square");

    /** Returns the allowed form of a value, or null where it has none. */
    private interface Rule {
        String rewrite(String value);
    }

    /** Rules by attribute, and by {@code element attribute} where an attribute is not for all. */
    private static final Map<String, Rule> RULES = new HashMap<>();

    static {
        allow("id", AllowedAttributes::name);
        allow("class", AllowedAttributes::classes);
        allow("style", value -> emptyToNull(CssDeclarations.ofAttribute(value)));
        allow("title", AllowedAttributes::text);
        allow("dir", among(Set.of("ltr", "rtl", "auto")));
        allow("lang", matching(LANGUAGE));
        allow("align", among(ALIGN));
        allow("valign", among(ALIGN));
        allow("bgcolor", AllowedAttributes::color);
        allow("a name", AllowedAttributes::name);
        allow("img alt", AllowedAttributes::text);
        allow("font color", AllowedAttributes::color);
        allow("font face", AllowedAttributes::font);
        allow("font size", matching(Pattern.compile("[+-]?[0-9]")));
        allow("ol type", AllowedAttributes::listType);
        allow("ul type", AllowedAttributes::listType);
        allow("li type", AllowedAttributes::listType);
        allow("ol start", matching(Pattern.compile("-?\\d{1,6}")));
        allow("li value", matching(Pattern.compile("-?\\d{1,6}")));
        allow("ol reversed", value -> "");
        allow("blockquote type", among(Set.of("cite")));
        allow("br clear", among(Set.of("all", "left", "right", "none")));
        allow("hr noshade", value -> "");
        allow("hr size", matching(LENGTH));
        allow("hr color", AllowedAttributes::color);
        allow("td abbr", AllowedAttributes::text);
        allow("th abbr", AllowedAttributes::text);
        allow("th scope", among(Set.of("row", "col", "rowgroup", "colgroup")));
        allow("time datetime", matching(Pattern.compile("[0-9TZ:+. -]{4,40}")));
        allow(
                "table frame",
                among(Set.of("void", "above", "below", "hsides", "lhs", "rhs", "vsides", "box", "border")));
        allow("table rules", among(Set.of("none", "groups", "rows", "cols", "all")));
        allow("table bordercolor", AllowedAttributes::color);
        allow("table summary", AllowedAttributes::text);
        Stream.of("table", "td", "th", "tr", "col", "colgroup", "img", "hr").forEach(element -> {
            allow(element + " width", matching(LENGTH));
            allow(element + " height", matching(LENGTH));
        });
        Stream.of("table border", "table cellpadding", "table cellspacing", "img border", "img hspace", "img vspace")
                .forEach(key -> allow(key, matching(LENGTH)));
        Stream.of("td colspan", "td rowspan", "th colspan", "th rowspan", "col span", "colgroup span")
                .forEach(key -> allow(key, matching(SMALL_NUMBER)));
        allow("td nowrap", value -> "");
        allow("th nowrap", value -> "");
    }

    private AllowedAttributes() {}

    private static void allow(String key, Rule rule) {
        RULES.put(key, rule);
    }

    /** Returns the value that the attribute of that element may have, or empty where it may have none. */
    static Optional<String> rewrite(String element, String attribute, String value) {
        Rule rule = RULES.getOrDefault(attribute, RULES.get(element + " " + attribute));
        return rule == null ? Optional.empty() : Optional.ofNullable(rule.rewrite(value));
    }

    private static Rule among(Set<String> values) {
        return value -> {
            String lower = value.strip().toLowerCase(Locale.ROOT);
            return values.contains(lower) ? lower : null;
        };
    }

    private static Rule matching(Pattern pattern) {
        return value -> {
            String stripped = value.strip();
            return stripped.length() < 60 && pattern.matcher(stripped).matches() ? stripped : null;
        };
    }

    private static String text(String value) {
        return value.length() > LONGEST_TEXT ? value.substring(0, LONGEST_TEXT) : value;
    }

    private static String name(String value) {
        return Names.isName(value) ? Names.prefixed(value) : null;
    }

    /** The one class of our own that may stand in a message is put there by the tree writer. */
    private static String classes(String value) {
        return emptyToNull(Stream.of(value.strip().split("\\s+", MOST_CLASSES + 1))
                .limit(MOST_CLASSES)
                .filter(Names::isName)
                .map(Names::prefixed)
                .collect(Collectors.joining(" ")));
    }

    private static String color(String value) {
        String stripped = value.strip();
        boolean hash = stripped.startsWith("#") && CssColors.isHash(stripped.substring(1));
        boolean digits = (stripped.length() == 3 || stripped.length() == 6) && CssColors.isHash(stripped);
        return hash || digits || CssColors.isName(stripped.toLowerCase(Locale.ROOT)) ? stripped : null;
    }

    private static String font(String value) {
        boolean safe = value.length() <= LONGEST_TEXT
                && value.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || " ,-_.".indexOf(c) >= 0);
        return safe ? value : null;
    }

    private static String listType(String value) {
        String stripped = value.strip();
        return LIST_TYPE.contains(stripped.toLowerCase(Locale.ROOT)) ? stripped : null;
    }

    private static String emptyToNull(String value) {
        return value.isEmpty() ? null : value;
    }
}
