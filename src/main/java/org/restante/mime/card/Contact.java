package org.restante.mime.card;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A contact (RFC 6350, vCard 3.0 and 2.1), as far as people read it; nothing that it refers to is fetched. Of everything the first ten.
 *
 * @param name what the person is called; empty where that is not said
 * @param addresses each on one line
 * @param birthday as it was written
 */
public record Contact(
        String name,
        String organization,
        String title,
        List<String> mails,
        List<String> telephones,
        List<String> addresses,
        List<String> sites,
        String birthday,
        String note) {

    private static final int MOST = 10;
    private static final int MOST_CONTACTS = 100;

    /** Returns the contacts in a file, at most 100. Never throws. */
    public static List<Contact> read(String text) {
        return Component.read(text)
                .all("VCARD")
                .limit(MOST_CONTACTS)
                .map(Contact::of)
                .toList();
    }

    private static Contact of(Component card) {
        String written = card.text("FN");
        return new Contact(
                written.isEmpty() ? card.line("N").map(Contact::name).orElse("") : written,
                card.line("ORG").map(line -> joined(line.components().stream())).orElse(""),
                card.text("TITLE"),
                values(card, "EMAIL", "mailto:"),
                values(card, "TEL", "tel:"),
                card.lines("ADR")
                        .limit(MOST)
                        .map(line -> joined(line.components().stream()))
                        .filter(address -> !address.isEmpty())
                        .toList(),
                values(card, "URL", ""),
                card.text("BDAY"),
                card.line("NOTE").map(ContentLine::text).orElse(""));
    }

    private static List<String> values(Component card, String name, String prefix) {
        return card.lines(name)
                .map(ContentLine::line)
                .map(value -> value.regionMatches(true, 0, prefix, 0, prefix.length())
                        ? value.substring(prefix.length())
                        : value)
                .filter(value -> !value.isBlank())
                .distinct()
                .limit(MOST)
                .toList();
    }

    /** Family name, given name, further ones, prefix, suffix. */
    private static String name(ContentLine line) {
        List<String> parts = line.components();
        return Stream.of(3, 1, 2, 0, 4)
                .filter(part -> part < parts.size())
                .map(parts::get)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" "));
    }

    private static String joined(Stream<String> parts) {
        return parts.filter(part -> !part.isBlank()).collect(Collectors.joining(", "));
    }
}
