package org.restante.mime.html;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.restante.mime.html.CssToken.Kind;

/** Rewrites lists of declarations: a {@code style} attribute or the block of a rule. */
final class CssDeclarations {

    private static final int MOST = 200;

    private CssDeclarations() {}

    /**
     * Returns the allowed declarations of a {@code style} attribute, joined by semicolons; empty where none is
     * allowed.
     */
    static String ofAttribute(String css) {
        return rewrite(CssTokenizer.tokens(css));
    }

    static String rewrite(List<CssToken> tokens) {
        StringBuilder out = new StringBuilder();
        int start = 0;
        int count = 0;
        while (start < tokens.size() && count++ < MOST) {
            int end = end(tokens, start);
            declaration(tokens.subList(start, end))
                    .ifPresent(text -> out.append(out.isEmpty() ? "" : ";").append(text));
            start = end + 1;
        }
        return out.toString();
    }

    /** A semicolon ends a declaration, but not within brackets (CSS Syntax Level 3 §5.4.6). */
    private static int end(List<CssToken> tokens, int start) {
        int depth = 0;
        for (int i = start; i < tokens.size(); i++) {
            CssToken token = tokens.get(i);
            if (token.is(Kind.FUNCTION) || token.isDelimiter('(') || token.isDelimiter('[') || token.isDelimiter('{')) {
                depth++;
            } else if (token.isDelimiter(')') || token.isDelimiter(']') || token.isDelimiter('}')) {
                depth = Math.max(0, depth - 1);
            } else if (depth == 0 && token.isDelimiter(';')) {
                return i;
            }
        }
        return tokens.size();
    }

    private static Optional<String> declaration(List<CssToken> tokens) {
        List<CssToken> trimmed = trim(tokens);
        if (trimmed.size() < 3 || !trimmed.get(0).is(Kind.IDENT)) {
            return Optional.empty();
        }
        int colon = trimmed.get(1).is(Kind.SPACE) ? 2 : 1;
        if (!trimmed.get(colon).isDelimiter(':')) {
            return Optional.empty();
        }
        List<CssToken> value = trim(trimmed.subList(colon + 1, trimmed.size()));
        boolean important = isImportant(value);
        List<CssToken> plain = important ? trim(value.subList(0, lastMark(value))) : value;
        return CssProperty.named(trimmed.get(0).text().toLowerCase(Locale.ROOT))
                .flatMap(property -> CssValue.rewrite(property, plain)
                        .map(text -> property.name() + ":" + text + (important ? " !important" : "")));
    }

    private static boolean isImportant(List<CssToken> value) {
        int mark = lastMark(value);
        return mark >= 0
                && value.get(value.size() - 1).is(Kind.IDENT)
                && value.get(value.size() - 1).text().equalsIgnoreCase("important")
                && value.size() - mark <= 3;
    }

    private static int lastMark(List<CssToken> value) {
        for (int i = value.size() - 1; i >= 0 && i >= value.size() - 3; i--) {
            if (value.get(i).isDelimiter('!')) {
                return i;
            }
        }
        return -1;
    }

    static List<CssToken> trim(List<CssToken> tokens) {
        int start = 0;
        int end = tokens.size();
        while (start < end && tokens.get(start).is(Kind.SPACE)) {
            start++;
        }
        while (end > start && tokens.get(end - 1).is(Kind.SPACE)) {
            end--;
        }
        return tokens.subList(start, end);
    }
}
