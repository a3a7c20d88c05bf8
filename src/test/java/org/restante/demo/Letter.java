package org.restante.demo;

import jakarta.mail.Header;
import jakarta.mail.internet.InternetHeaders;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A demo message as its author wrote it.
 *
 * @param fields header fields, which go into the message as they are, and directions such as {@code Thread} or {@code Attach}
 * @param text the plain text, one line a paragraph
 */
record Letter(Placing placing, InternetHeaders fields, String text) {

    private static final List<String> DIRECTIONS = List.of(
            "From",
            "To",
            "Cc",
            "Subject",
            "Thread",
            "Quote",
            "Html",
            "Inline",
            "Attach",
            "Calendar",
            "Charset",
            "Format",
            "Raw");

    /** Returns a field's value with its variables filled in. */
    Optional<String> field(String name) {
        return all(name).findFirst();
    }

    /** Returns all values of a repeated field. */
    Stream<String> all(String name) {
        String[] values = fields.getHeader(name);
        return values == null ? Stream.empty() : Stream.of(values).map(placing::fill);
    }

    /** Returns the fields that are no directions. */
    List<Header> furtherFields() {
        return Collections.list(fields.getNonMatchingHeaders(DIRECTIONS.toArray(String[]::new)));
    }

    /** Returns the text with its variables filled in. */
    String filledText() {
        return placing.fill(text);
    }
}
