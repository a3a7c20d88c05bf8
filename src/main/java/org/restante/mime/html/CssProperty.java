package org.restante.mime.html;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A property that mail may set, and the values it may have.
 *
 * <p>Nothing here loads, moves out of the flow, overlays, animates or generates content.
 *
 * @param kinds {@code color}, {@code length}, {@code signed} (a length that may be negative), {@code number}, {@code
 * fonts}
 */
record CssProperty(String name, Set<String> kinds, Set<String> keywords) {

    private static final String TABLE = """
            color = <color>
            background-color = <color>
            background = <color> <length> none repeat repeat-x repeat-y no-repeat top right bottom left center
            font = <length> <number> <fonts> normal italic oblique bold bolder lighter small-caps medium small large smaller larger x-small x-large xx-small xx-large
            font-family = <fonts>
            font-size = <length> medium small large smaller larger x-small x-large xx-small xx-large
            font-style = normal italic oblique
            font-variant = normal small-caps
            font-weight = <number> normal bold bolder lighter
            line-height = <length> <number> normal
            letter-spacing = <signed> normal
            word-spacing = <signed> normal
            text-align = left right center justify start end
            text-decoration = <color> none underline overline line-through solid double dotted dashed wavy
            text-decoration-line = none underline overline line-through
            text-decoration-color = <color>
            text-decoration-style = solid double dotted dashed wavy
            text-indent = <length>
            text-overflow = clip ellipsis
            text-transform = none capitalize uppercase lowercase
            vertical-align = <length> baseline sub super top text-top middle bottom text-bottom
            white-space = normal nowrap pre pre-wrap pre-line
            word-break = normal break-all keep-all break-word
            word-wrap = normal break-word
            overflow-wrap = normal break-word anywhere
            direction = ltr rtl
            width = <length> auto
            height = <length> auto
            min-width = <length> auto
            min-height = <length> auto
            max-width = <length> none
            max-height = <length> none
            margin = <length> auto
            margin-top = <length> auto
            margin-right = <length> auto
            margin-bottom = <length> auto
            margin-left = <length> auto
            padding = <length>
            padding-top = <length>
            padding-right = <length>
            padding-bottom = <length>
            padding-left = <length>
            border = <border>
            border-top = <border>
            border-right = <border>
            border-bottom = <border>
            border-left = <border>
            border-color = <color>
            border-top-color = <color>
            border-right-color = <color>
            border-bottom-color = <color>
            border-left-color = <color>
            border-width = <length> thin medium thick
            border-top-width = <length> thin medium thick
            border-right-width = <length> thin medium thick
            border-bottom-width = <length> thin medium thick
            border-left-width = <length> thin medium thick
            border-style = <line>
            border-top-style = <line>
            border-right-style = <line>
            border-bottom-style = <line>
            border-left-style = <line>
            border-radius = <length>
            border-top-left-radius = <length>
            border-top-right-radius = <length>
            border-bottom-left-radius = <length>
            border-bottom-right-radius = <length>
            border-collapse = collapse separate
            border-spacing = <length>
            box-sizing = border-box content-box
            caption-side = top bottom
            clear = none left right both
            display = none block inline inline-block list-item table inline-table table-row table-cell table-row-group table-header-group table-footer-group table-column table-column-group table-caption
            empty-cells = show hide
            float = none left right
            list-style = none disc circle square decimal lower-alpha upper-alpha lower-roman upper-roman lower-latin upper-latin inside outside
            list-style-position = inside outside
            list-style-type = none disc circle square decimal decimal-leading-zero lower-alpha upper-alpha lower-roman upper-roman lower-latin upper-latin lower-greek
            opacity = <number>
            overflow = visible hidden auto
            page-break-after = auto always avoid
            page-break-before = auto always avoid
            page-break-inside = auto avoid
            table-layout = auto fixed
            visibility = visible hidden collapse
            """;

    private static final String LINE = "none hidden dotted dashed solid double groove ridge inset outset";
    private static final Map<String, CssProperty> ALLOWED = new HashMap<>();

    static {
        TABLE.lines().map(CssProperty::parse).forEach(property -> ALLOWED.put(property.name(), property));
    }

    private static CssProperty parse(String line) {
        int equals = line.indexOf(" = ");
        String values = line.substring(equals + 3)
                .replace("<border>", "<color> <length> thin medium thick <line>")
                .replace("<line>", LINE);
        Set<String> kinds = new HashSet<>();
        Set<String> keywords = new HashSet<>(Set.of("inherit", "initial", "unset"));
        for (String value : Arrays.asList(values.split(" "))) {
            if (value.startsWith("<")) {
                kinds.add(value.substring(1, value.length() - 1));
            } else {
                keywords.add(value);
            }
        }
        return new CssProperty(line.substring(0, equals), Set.copyOf(kinds), Set.copyOf(keywords));
    }

    /** Returns the allowed property of that name in lower case, or empty. */
    static Optional<CssProperty> named(String name) {
        return Optional.ofNullable(ALLOWED.get(name));
    }

    boolean takes(String kind) {
        return kinds.contains(kind);
    }
}
