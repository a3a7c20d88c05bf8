package org.restante.mime.html;

/**
 * A token of CSS Syntax Level 3 §4, with escapes resolved.
 *
 * @param text the name of an identifier, function, at-keyword or hash; the value of a string; the digits of a number;
 * else the character
 * @param unit the unit of a number in lower case, {@code %}, or empty
 */
record CssToken(Kind kind, String text, String unit) {

    enum Kind {
        IDENT,
        FUNCTION,
        AT_KEYWORD,
        HASH,
        STRING,
        NUMBER,
        URL,
        SPACE,
        DELIMITER,
        BAD
    }

    static final CssToken SPACE = new CssToken(Kind.SPACE, " ");

    CssToken(Kind kind, String text) {
        this(kind, text, "");
    }

    boolean is(Kind wanted) {
        return kind == wanted;
    }

    boolean isDelimiter(char wanted) {
        return kind == Kind.DELIMITER && text.charAt(0) == wanted;
    }
}
