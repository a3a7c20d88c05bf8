package org.restante.mime.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.restante.mime.html.AllowList;
import org.restante.mime.html.HtmlSanitizer;
import org.restante.mime.html.InlineImages;
import org.restante.mime.html.PlainText;

/** Makes octets safe to show, as HTML or as text; what comes out holds only what is allowed, and is safe already. */
final class MarkupFuzz {

    private static final Set<String> OF_TEXT = Set.of("body", "div", "blockquote", "a", "span", "details", "summary");
    private static final HtmlSanitizer SANITIZER = new HtmlSanitizer(InlineImages.NONE);

    private MarkupFuzz() {}

    static void sanitize(byte[] octets) {
        String safe =
                SANITIZER.sanitize(new String(octets, StandardCharsets.UTF_8)).html();
        AllowList.check(safe);
        assertThat(SANITIZER.sanitize(safe).html()).isEqualTo(safe);
    }

    static void linkify(byte[] octets) {
        String text = new String(octets, StandardCharsets.UTF_8);
        boolean flowed = text.startsWith("f");
        Element body = Jsoup.parse(PlainText.toHtml(text, flowed, flowed)).body();
        for (Element element : body.getAllElements()) {
            assertThat(OF_TEXT).contains(element.tagName());
            element.attributes()
                    .forEach(attribute -> assertThat(attribute.getKey()).doesNotStartWith("on"));
        }
        assertThat(body.select("a")).allMatch(a -> a.attr("href").matches("(?s)(https?://[a-z0-9\\[._-].*|mailto:.*)"));
    }
}
