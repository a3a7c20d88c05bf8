package org.restante.mime.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.restante.mime.html.CssToken.Kind;

/**
 * Rewrites lists of selectors: elements, classes, ids and a few harmless pseudo-classes; a selector with anything
 * else is left out.
 */
final class CssSelectors {

    private static final int MOST_TOKENS = 100;
    private static final Set<String> PSEUDO = Set.of(
            "link",
            "visited",
            "hover",
            "active",
            "focus",
            "first-child",
            "last-child",
            "first-of-type",
            "last-of-type");

    private CssSelectors() {}

    /** Returns the allowed selectors of a rule, joined by commas; empty where none is allowed. */
    static String rewrite(List<CssToken> prelude) {
        List<String> selectors = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= prelude.size(); i++) {
            if (i == prelude.size() || prelude.get(i).isDelimiter(',')) {
                selector(CssDeclarations.trim(prelude.subList(start, i))).ifPresent(selectors::add);
                start = i + 1;
            }
        }
        return String.join(",", selectors);
    }

    private static Optional<String> selector(List<CssToken> tokens) {
        if (tokens.isEmpty() || tokens.size() > MOST_TOKENS) {
            return Optional.empty();
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < tokens.size(); i++) {
            CssToken token = tokens.get(i);
            CssToken next = i + 1 < tokens.size() ? tokens.get(i + 1) : CssToken.SPACE;
            String text = token.isDelimiter('.') || token.isDelimiter(':') ? pair(token, next) : single(token);
            if (text == null) {
                return Optional.empty();
            }
            i += token.isDelimiter('.') || token.isDelimiter(':') ? 1 : 0;
            out.append(text);
        }
        String selector = out.toString().replaceAll(" ?([>+~]) ?", "$1");
        return selector.matches("[>+~].*|.*[>+~]|.*[>+~]{2}.*") ? Optional.empty() : Optional.of(selector);
    }

    private static String pair(CssToken mark, CssToken name) {
        if (!name.is(Kind.IDENT)) {
            return null;
        }
        if (mark.isDelimiter('.')) {
            return Names.isName(name.text()) ? "." + Names.prefixed(name.text()) : null;
        }
        String pseudo = name.text().toLowerCase(Locale.ROOT);
        return PSEUDO.contains(pseudo) ? ":" + pseudo : null;
    }

    private static String single(CssToken token) {
        return switch (token.kind()) {
            case SPACE -> " ";
            case IDENT -> isElement(token.text()) ? token.text().toLowerCase(Locale.ROOT) : null;
            case HASH -> Names.isName(token.text()) ? "#" + Names.prefixed(token.text()) : null;
            case DELIMITER -> "*>+~".contains(token.text()) ? token.text() : null;
            default -> null;
        };
    }

    private static boolean isElement(String name) {
        return name.length() <= 20 && name.chars().allMatch(c -> c < 128 && Character.isLetterOrDigit(c));
    }
}
