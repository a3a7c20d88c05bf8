package org.restante.mime.tnef;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.restante.mime.Part;
import org.restante.mime.PartId;

/**
 * What is in a part that Outlook packed (MS-OXTNEF, application/ms-tnef), as parts below it: its text is number 1, its attachments
 * follow. Numbers below a part that is neither a multipart nor a message mean nothing to a mail server (RFC 9051 §6.4.5.1), so they
 * are free.
 *
 * <p>Nothing here throws at what the octets are.
 */
public final class Winmail {

    /** Octets that are read of one at most. */
    public static final int MOST_OCTETS = 64 << 20;

    private static final int DEEPEST = 3;
    private static final int MOST_OPENED = 10;
    private static final int LONGEST_ID = 150;
    private static final int BODY = 1;

    /** Gives the octets, each time from their beginning. */
    @FunctionalInterface
    public interface Source {
        InputStream open() throws IOException;
    }

    private Winmail() {}

    /** Returns whether a part says that it is one. */
    public static boolean is(Part part) {
        return part.type().equals("application/ms-tnef")
                || part.type().equals("application/vnd.ms-tnef")
                || part.type().equals("application/octet-stream")
                        && part.fileName().equalsIgnoreCase("winmail.dat");
    }

    /**
     * Returns the part with those that are in it below; without any where it is not what it says.
     *
     * @param source the part without its transfer encoding
     * @param withText whether its text is among them
     * @throws IOException where the source fails
     */
    public static Part open(Part part, Source source, boolean withText) throws IOException {
        return open(part, source, withText, 1);
    }

    private static Part open(Part part, Source source, boolean withText, int depth) throws IOException {
        if (part.id().isEmpty() || part.id().get().value().length() > LONGEST_ID) {
            return part;
        }
        TnefReader read;
        try (InputStream octets = source.open()) {
            read = TnefReader.list(octets);
        }
        PartId id = part.id().orElseThrow();
        List<Part> parts = new ArrayList<>();
        if (withText) {
            body(read).ifPresent(text -> parts.add(text.as(id.child(BODY))));
        }
        for (int i = 0; i < read.attachments.size(); i++) {
            int number = BODY + 1 + i;
            Part attached = attachment(read.attachments.get(i), id.child(number), read);
            boolean opens = read.attachments.get(i).message && depth < DEEPEST && i < MOST_OPENED;
            parts.add(opens ? open(attached, () -> content(source.open(), number), true, depth + 1) : attached);
        }
        return part.with(List.copyOf(parts));
    }

    private static Part attachment(TnefReader.Attached attached, PartId id, TnefReader read) {
        String name = text(attached, Property.ATTACH_LONG_FILENAME, read)
                .or(() -> text(attached, Property.ATTACH_FILENAME, read))
                .or(() -> Optional.of(attached.title).filter(title -> !title.isBlank()))
                .or(() -> text(attached, Property.DISPLAY_NAME, read))
                .orElse("");
        String contentId = text(attached, Property.ATTACH_CONTENT_ID, read).orElse("");
        return new Part(
                Optional.of(id),
                attached.message ? "application/ms-tnef" : type(attached, name, read),
                Map.of(),
                contentId,
                "binary",
                attached.size,
                contentId.isEmpty() ? "attachment" : "",
                name,
                List.of());
    }

    private static String type(TnefReader.Attached attached, String name, TnefReader read) {
        String guess = URLConnection.guessContentTypeFromName(name);
        return text(attached, Property.ATTACH_MIME_TAG, read)
                .map(type -> type.strip().toLowerCase(Locale.ROOT))
                .filter(type -> type.matches("[a-z0-9]+/[a-z0-9.+-]+"))
                .orElse(guess == null ? "application/octet-stream" : guess);
    }

    private static Optional<String> text(TnefReader.Attached attached, int property, TnefReader read) {
        return Optional.ofNullable(attached.properties.get(property))
                .map(value -> value.text(read.codePage))
                .filter(text -> !text.isBlank());
    }

    /**
     * Returns what is in a part of {@link #open}.
     *
     * @param octets the outer part without its transfer encoding
     * @param number the last number of the inner part
     * @throws IOException where the source fails
     */
    public static InputStream content(InputStream octets, int number) throws IOException {
        if (number > BODY) {
            return TnefReader.content(octets, number - BODY - 1);
        }
        return body(TnefReader.list(octets))
                .map(text -> (InputStream) new ByteArrayInputStream(text.text.getBytes(StandardCharsets.UTF_8)))
                .orElseGet(InputStream::nullInputStream);
    }

    private record Text(boolean html, String text) {

        Part as(PartId id) {
            return new Part(
                    Optional.of(id),
                    html ? "text/html" : "text/plain",
                    Map.of("charset", "utf-8"),
                    "",
                    "binary",
                    text.length(),
                    "inline",
                    "",
                    List.of());
        }
    }

    /** The text in the best form it has. */
    private static Optional<Text> body(TnefReader read) {
        return Optional.ofNullable(read.properties.get(Property.HTML))
                .map(html -> new Text(true, html.text(htmlCodePage(read))))
                .or(() -> Optional.ofNullable(read.properties.get(Property.RTF_COMPRESSED))
                        .map(rtf -> RtfReader.read(CompressedRtf.unpack(rtf.value())))
                        .map(rtf -> new Text(rtf.html(), rtf.text())))
                .filter(text -> !text.text.isBlank())
                .or(() -> Optional.ofNullable(read.properties.get(Property.BODY))
                        .map(text -> new Text(false, text.text(read.codePage))))
                .or(() -> Optional.of(new Text(false, new Property(Property.STRING8, read.text).text(read.codePage))))
                .filter(text -> !text.text.isBlank());
    }

    private static java.nio.charset.Charset htmlCodePage(TnefReader read) {
        Property number = read.properties.get(Property.INTERNET_CODE_PAGE);
        return number == null ? read.codePage : CodePages.of(number.number());
    }
}
