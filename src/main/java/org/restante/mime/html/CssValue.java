package org.restante.mime.html;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.restante.mime.html.CssToken.Kind;

/** Rewrites the value of one declaration from its tokens, or refuses it as a whole. */
final class CssValue {

    private static final int LONGEST = 1000;

    /**
     * Those of the window's height are not among them: the frame is made as high as its content, which would then
     * grow for ever.
     */
    private static final Set<String> UNITS =
            Set.of("", "px", "em", "rem", "ex", "ch", "pt", "pc", "in", "cm", "mm", "%", "vw");

    private static final int LONGEST_NUMBER = 20;
    private static final double LARGEST = 20_000;

    private final CssProperty property;
    private final List<CssToken> tokens;
    private final StringBuilder out = new StringBuilder();
    private boolean spaced;
    private int at;

    private CssValue(CssProperty property, List<CssToken> tokens) {
        this.property = property;
        this.tokens = tokens;
    }

    /** Returns the value as allowed text, or empty where anything in it is not allowed. */
    static Optional<String> rewrite(CssProperty property, List<CssToken> tokens) {
        CssValue value = new CssValue(property, tokens);
        boolean allowed = value.rewrite() && value.out.length() > 0 && value.out.length() <= LONGEST;
        return allowed ? Optional.of(value.out.toString()) : Optional.empty();
    }

    private boolean rewrite() {
        for (; at < tokens.size(); at++) {
            CssToken token = tokens.get(at);
            if (token.is(Kind.SPACE)) {
                spaced = true;
            } else if (token.is(Kind.FUNCTION)) {
                if (!function(token)) {
                    return false;
                }
            } else if (!skipped(token) && !single(token)) {
                return false;
            }
        }
        return true;
    }

    /** A background keeps its colour when its picture goes. */
    private boolean skipped(CssToken token) {
        return token.is(Kind.URL) && property.name().equals("background");
    }

    private boolean single(CssToken token) {
        return switch (token.kind()) {
            case IDENT -> ident(token.text());
            case HASH -> property.takes("color") && CssColors.isHash(token.text()) && put("#" + lower(token.text()));
            case NUMBER -> number(token);
            case STRING -> property.takes("fonts") && isFontName(token.text()) && put("'" + token.text() + "'");
            case DELIMITER -> delimiter(token);
            default -> false;
        };
    }

    private boolean ident(String name) {
        String lower = lower(name);
        if (property.keywords().contains(lower) || property.takes("color") && CssColors.isName(lower)) {
            return put(lower);
        }
        return property.takes("fonts") && isFontName(name) && name.indexOf(' ') < 0 && put(name);
    }

    private boolean delimiter(CssToken token) {
        boolean list = token.isDelimiter(',') && property.takes("fonts");
        boolean slash = token.isDelimiter('/')
                && (property.name().equals("font") || property.name().endsWith("radius"));
        if (!list && !slash || out.length() == 0) {
            return false;
        }
        out.append(token.text());
        spaced = false;
        return true;
    }

    private boolean number(CssToken number) {
        if (number.text().length() > LONGEST_NUMBER) {
            return false;
        }
        double value = Double.parseDouble(number.text());
        boolean small = Math.abs(value) <= LARGEST;
        boolean sign = value >= 0 || property.takes("signed");
        boolean unit = number.unit().isEmpty() && property.takes("number")
                || UNITS.contains(number.unit()) && (property.takes("length") || property.takes("signed"));
        return small && sign && unit && put(number.text() + number.unit());
    }

    /** Takes the arguments of a colour: numbers, percentages, angles. */
    private boolean function(CssToken function) {
        if (!property.takes("color") || !CssColors.FUNCTIONS.contains(function.text())) {
            return false;
        }
        StringBuilder color = new StringBuilder(function.text()).append('(');
        for (at++; at < tokens.size(); at++) {
            CssToken token = tokens.get(at);
            if (token.isDelimiter(')')) {
                return put(color.append(')').toString());
            }
            boolean argument = token.is(Kind.NUMBER)
                    && token.text().length() <= LONGEST_NUMBER
                    && Set.of("", "%", "deg").contains(token.unit());
            if (!argument && !token.is(Kind.SPACE) && !token.isDelimiter(',') && !token.isDelimiter('/')) {
                return false;
            }
            color.append(token.text()).append(token.unit());
        }
        return false;
    }

    private boolean put(String text) {
        char last = out.length() == 0 ? ',' : out.charAt(out.length() - 1);
        if (spaced && last != ',' && last != '/') {
            out.append(' ');
        }
        out.append(text);
        spaced = false;
        return true;
    }

    private static boolean isFontName(String name) {
        return !name.isBlank()
                && name.length() <= 60
                && name.codePoints()
                        .allMatch(c -> Character.isLetterOrDigit(c) || c == ' ' || c == '-' || c == '_' || c == '.');
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
