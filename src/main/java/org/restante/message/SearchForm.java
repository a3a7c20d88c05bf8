package org.restante.message;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A query as a form with a field for each thing. Fields that are empty ask for nothing. */
record SearchForm(
        @Nullable String words,
        @Nullable String from,
        @Nullable String to,
        @Nullable String subject,
        @Nullable String after,
        @Nullable String before,
        @Nullable String larger,
        @Nullable String attachment,
        @Nullable String unread,
        @Nullable String in) {

    /** Returns the query as one would type it. */
    String query() {
        return Stream.of(
                        words == null ? "" : words.strip(),
                        term("from", from),
                        term("to", to),
                        term("subject", subject),
                        term("after", after),
                        term("before", before),
                        term("larger", larger),
                        attachment == null ? "" : "has:attachment",
                        unread == null ? "" : "is:unread",
                        term("in", in))
                .filter(term -> !term.isEmpty())
                .collect(Collectors.joining(" "));
    }

    static String term(String operator, @Nullable String value) {
        String plain = value == null ? "" : value.replace('"', ' ').strip();
        return plain.isEmpty() ? "" : operator + ":" + (plain.matches("[^\\s]+") ? plain : "\"" + plain + "\"");
    }
}
