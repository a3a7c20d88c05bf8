package org.restante.mime.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.restante.mime.html.CssToken.Kind;

/**
 * Splits CSS into tokens as CSS Syntax Level 3 §4 does, in one pass; comments vanish, and what is malformed becomes a
 * bad token.
 */
final class CssTokenizer {

    private final String css;
    private final List<CssToken> tokens = new ArrayList<>();
    private int at;

    private CssTokenizer(String css) {
        this.css = css;
    }

    static List<CssToken> tokens(String css) {
        CssTokenizer tokenizer = new CssTokenizer(css);
        while (tokenizer.at < css.length()) {
            tokenizer.step();
        }
        return tokenizer.tokens;
    }

    private void step() {
        char c = css.charAt(at);
        if (isSpace(c)) {
            space();
        } else if (c == '/' && peek(1) == '*') {
            int end = css.indexOf("*/", at + 2);
            at = end < 0 ? css.length() : end + 2;
        } else if (c == '"' || c == '\'') {
            string(c);
        } else if (startsNumber()) {
            number();
        } else if (startsName(at) || c == '-' && (startsName(at + 1) || peek(1) == '-')) {
            identLike();
        } else if ((c == '#' || c == '@') && isName(at + 1)) {
            at++;
            tokens.add(new CssToken(c == '#' ? Kind.HASH : Kind.AT_KEYWORD, name()));
        } else {
            at++;
            tokens.add(new CssToken(c == '\\' ? Kind.BAD : Kind.DELIMITER, String.valueOf(c)));
        }
    }

    private void space() {
        while (at < css.length() && isSpace(css.charAt(at))) {
            at++;
        }
        tokens.add(CssToken.SPACE);
    }

    private void string(char quote) {
        StringBuilder value = new StringBuilder();
        at++;
        while (at < css.length()) {
            char c = css.charAt(at++);
            if (c == quote) {
                tokens.add(new CssToken(Kind.STRING, value.toString()));
                return;
            }
            if (isNewline(c)) {
                tokens.add(new CssToken(Kind.BAD, ""));
                return;
            }
            if (c != '\\') {
                value.append(c);
            } else if (isNewline(peek(0))) {
                at++;
            } else {
                value.appendCodePoint(escape());
            }
        }
        tokens.add(new CssToken(Kind.STRING, value.toString()));
    }

    private boolean startsNumber() {
        int digit = at + (peek(0) == '+' || peek(0) == '-' ? 1 : 0);
        digit += digit < css.length() && css.charAt(digit) == '.' ? 1 : 0;
        return digit < css.length() && isDigit(css.charAt(digit));
    }

    private void number() {
        int start = at;
        at++;
        while (isDigit(peek(0))
                || peek(0) == '.'
                        && isDigit(peek(1))
                        && css.substring(start, at).indexOf('.') < 0) {
            at++;
        }
        String digits = css.substring(start, at);
        String unit = "";
        if (peek(0) == '%') {
            at++;
            unit = "%";
        } else if (startsName(at) || peek(0) == '-' && startsName(at + 1)) {
            unit = name().toLowerCase(Locale.ROOT);
        }
        tokens.add(new CssToken(Kind.NUMBER, digits, unit));
    }

    private void identLike() {
        String name = name();
        if (peek(0) != '(') {
            tokens.add(new CssToken(Kind.IDENT, name));
            return;
        }
        at++;
        String function = name.toLowerCase(Locale.ROOT);
        if (function.equals("url")
                || function.equals("url-prefix")
                || function.equals("domain")
                || function.equals("src")) {
            url();
        } else {
            tokens.add(new CssToken(Kind.FUNCTION, function));
        }
    }

    /** Swallows the whole of it, quoted or not: its content is never looked at. */
    private void url() {
        int start = at;
        char quote = 0;
        boolean blank = true;
        for (; at < css.length(); at++) {
            char c = css.charAt(at);
            if (c == '\\') {
                at++;
            } else if (quote != 0) {
                quote = c == quote || isNewline(c) ? 0 : quote;
            } else if (c == ')') {
                at++;
                break;
            } else if (blank && (c == '"' || c == '\'')) {
                quote = c;
            }
            blank &= isSpace(c);
        }
        at = Math.min(at, css.length());
        tokens.add(new CssToken(Kind.URL, css.substring(start, at)));
    }

    private String name() {
        StringBuilder name = new StringBuilder();
        while (isName(at)) {
            char c = css.charAt(at++);
            if (c == '\\') {
                name.appendCodePoint(escape());
            } else {
                name.append(c);
            }
        }
        return name.toString();
    }

    /** Reads what follows a backslash: up to six hexadecimal digits and one space, or any character (§4.3.7). */
    private int escape() {
        if (at >= css.length()) {
            return 0xFFFD;
        }
        int start = at;
        while (at < css.length()
                && at < start + 6
                && Character.digit(css.charAt(at), 16) >= 0
                && css.charAt(at) < 128) {
            at++;
        }
        if (at == start) {
            int c = css.codePointAt(at);
            at += Character.charCount(c);
            return c;
        }
        int c = Integer.parseInt(css.substring(start, at), 16);
        if (at < css.length() && isSpace(css.charAt(at))) {
            at++;
        }
        return c == 0 || c > 0x10FFFF || c >= 0xD800 && c <= 0xDFFF ? 0xFFFD : c;
    }

    private char peek(int ahead) {
        return at + ahead < css.length() ? css.charAt(at + ahead) : '\0';
    }

    private boolean startsName(int index) {
        return isName(index) && !isDigit(css.charAt(index)) && css.charAt(index) != '-';
    }

    private boolean isName(int index) {
        if (index >= css.length()) {
            return false;
        }
        char c = css.charAt(index);
        if (c == '\\') {
            return index + 1 < css.length() && !isNewline(css.charAt(index + 1));
        }
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || isDigit(c) || c == '-' || c == '_' || c >= 0x80;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isNewline(char c) {
        return c == '\n' || c == '\r' || c == '\f';
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || isNewline(c);
    }
}
