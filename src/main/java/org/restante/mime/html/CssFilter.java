package org.restante.mime.html;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.restante.mime.html.CssToken.Kind;

/**
 * Rewrites a style sheet: ordinary rules, and those in {@code @media}; every other at-rule goes. What comes out is
 * built from allowed words
 * only, never copied.
 */
final class CssFilter {

    private static final int MOST_RULES = 5_000;
    private static final Set<String> MEDIA = Set.of(
            "all",
            "screen",
            "print",
            "only",
            "not",
            "and",
            "max-width",
            "min-width",
            "max-device-width",
            "min-device-width",
            "width",
            "orientation",
            "portrait",
            "landscape",
            "prefers-color-scheme",
            "dark",
            "light");

    private final List<CssToken> tokens;
    private final boolean nested;
    private final StringBuilder out = new StringBuilder();
    private int at;
    private int rules;

    private CssFilter(List<CssToken> tokens, boolean nested) {
        this.tokens = tokens;
        this.nested = nested;
    }

    /** Returns the allowed rules of a style sheet; sanitising the answer again changes nothing. */
    static String styleSheet(String css) {
        return new CssFilter(CssTokenizer.tokens(css), false).rewrite();
    }

    private String rewrite() {
        while (at < tokens.size() && rules++ < MOST_RULES) {
            int start = at;
            int brace = preludeEnd();
            List<CssToken> prelude = CssDeclarations.trim(tokens.subList(start, brace));
            boolean block = brace < tokens.size() && tokens.get(brace).isDelimiter('{');
            int end = block ? blockEnd(brace) : brace;
            if (block) {
                rule(withoutComments(prelude), tokens.subList(brace + 1, end));
            }
            at = end + 1;
        }
        return out.toString();
    }

    /** An at-rule without a block ends with a semicolon, any other rule only with its block. */
    private int preludeEnd() {
        int i = at;
        while (i < tokens.size() && tokens.get(i).is(Kind.SPACE)) {
            i++;
        }
        boolean atRule = i < tokens.size() && tokens.get(i).is(Kind.AT_KEYWORD);
        while (i < tokens.size()
                && !tokens.get(i).isDelimiter('{')
                && !(atRule && tokens.get(i).isDelimiter(';'))) {
            i++;
        }
        return i;
    }

    private int blockEnd(int brace) {
        int depth = 0;
        for (int i = brace; i < tokens.size(); i++) {
            depth += tokens.get(i).isDelimiter('{') ? 1 : tokens.get(i).isDelimiter('}') ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return tokens.size();
    }

    /** Style sheets in mail are often wrapped in an HTML comment, whose marks CSS passes over. */
    private static List<CssToken> withoutComments(List<CssToken> prelude) {
        String head = prelude.stream().limit(4).map(CssToken::text).reduce("", String::concat);
        if (head.startsWith("<!--")) {
            return CssDeclarations.trim(prelude.subList(Math.min(prelude.size(), 3), prelude.size()));
        }
        return head.startsWith("-->") ? CssDeclarations.trim(prelude.subList(2, prelude.size())) : prelude;
    }

    private void rule(List<CssToken> prelude, List<CssToken> block) {
        boolean atRule = !prelude.isEmpty() && prelude.get(0).is(Kind.AT_KEYWORD);
        if (atRule) {
            boolean media = prelude.get(0).text().equalsIgnoreCase("media") && !nested;
            put(
                    media ? query(prelude.subList(1, prelude.size())) : "",
                    media ? new CssFilter(block, true).rewrite() : "");
        } else {
            put(CssSelectors.rewrite(prelude), CssDeclarations.rewrite(block));
        }
    }

    private void put(String prelude, String block) {
        if (!prelude.isEmpty() && !block.isEmpty()) {
            out.append(prelude).append('{').append(block).append("}\n");
        }
    }

    private static String query(List<CssToken> tokens) {
        StringBuilder query = new StringBuilder();
        for (CssToken token : CssDeclarations.trim(tokens)) {
            String text = token.text().toLowerCase(Locale.ROOT);
            boolean allowed =
                    switch (token.kind()) {
                        case IDENT -> MEDIA.contains(text);
                        case NUMBER ->
                            text.length() <= 10 && Set.of("", "px", "em").contains(token.unit());
                        case SPACE -> true;
                        case DELIMITER -> "():,".contains(text);
                        default -> false;
                    };
            if (!allowed) {
                return "";
            }
            query.append(text).append(token.unit());
        }
        return query.isEmpty() ? "" : "@media " + query;
    }
}
