package org.restante.compose;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a {@code mailto:} link asks to be written (RFC 6068): recipients, subject and text, and nothing else of the header. */
record MailtoLink(String to, Map<String, String> fields) {

    static MailtoLink of(String link) {
        String rest = link.regionMatches(true, 0, "mailto:", 0, 7) ? link.substring(7) : link;
        int query = rest.indexOf('?');
        Map<String, String> fields = Arrays.stream((query < 0 ? "" : rest.substring(query + 1)).split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(
                        pair -> decoded(pair[0]).toLowerCase(Locale.ROOT),
                        pair -> decoded(pair[1]),
                        (one, other) -> one + ", " + other));
        return new MailtoLink(decoded(query < 0 ? rest : rest.substring(0, query)), fields);
    }

    /** A plus is a plus here. */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }

    String field(String name) {
        return fields.getOrDefault(name, "");
    }

    /** Returns all recipients: some stand among the fields. */
    String recipients() {
        return field("to").isBlank() ? to : to.isBlank() ? field("to") : to + ", " + field("to");
    }
}
