package org.restante.message.search;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What stands before a colon in a query. */
public enum Operator {
    /** Nothing: words that may stand anywhere. */
    WORDS,
    FROM,
    TO,
    CC,
    SUBJECT,
    BODY,
    HAS,
    IS,
    BEFORE,
    AFTER,
    ON,
    OLDER,
    NEWER,
    LARGER,
    SMALLER,
    IN,
    LABEL;

    /** Returns how it is typed. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Operator> of(String word) {
        return Arrays.stream(values())
                .filter(each -> each != WORDS && each.word().equalsIgnoreCase(word))
                .findFirst();
    }
}
