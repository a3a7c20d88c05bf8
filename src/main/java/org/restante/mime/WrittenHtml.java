package org.restante.mime;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.restante.mime.html.HtmlSanitizer;
import org.restante.mime.html.PlainText;
import org.restante.mime.html.QuotedText;

/** HTML that a person writes, or that an answer of theirs quotes. */
public final class WrittenHtml {

    private WrittenHtml() {}

    /**
     * Returns HTML as it may be sent, a fragment for a body; empty where there is nothing to see in it.
     *
     * @param pictures gives the Content-ID to write for the one that a picture names, both without angle brackets; empty where there is no
     *     such picture
     */
    public static String sanitized(String html, Function<String, Optional<String>> pictures) {
        Set<String> written = new HashSet<>();
        String safe = HtmlSanitizer.forSending(contentId -> {
                    if (written.contains(contentId)) {
                        return Optional.of(contentId);
                    }
                    Optional<String> name = pictures.apply(contentId);
                    name.ifPresent(written::add);
                    return name;
                })
                .sanitize(html)
                .html();
        return safe.contains("<img ") || safe.contains("<hr") || !text(safe).isBlank() ? safe : "";
    }

    /** Returns it as plain text, for readers that show no other; above a signature at its beginning there is room to write. */
    public static String text(String html) {
        String text = QuotedText.ofHtml(html);
        return text.startsWith("-- \n") ? "\n\n" + text : text;
    }

    /** Returns plain text as HTML of the same look: lines stay lines. */
    public static String ofText(String text) {
        return PlainText.escaped(text).replace("\n", "<br>");
    }
}
