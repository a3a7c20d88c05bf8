package org.restante.mime.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.restante.testing.Corpora;
import org.restante.testing.Corpora.Sample;

class CorporaTextTest {

    private final HtmlSanitizer sanitizer = new HtmlSanitizer(InlineImages.NONE);

    static Stream<Sample> attacks() throws IOException {
        return Corpora.samples("text.jsonl", "text");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void text_stays_text_and_links_are_harmless(Sample attack) {
        for (boolean flowed : new boolean[] {false, true}) {
            String html = PlainText.toHtml(attack.content(), flowed, flowed);
            Element body = Jsoup.parse(html).body();
            assertThat(body.getAllElements())
                    .extracting(Element::tagName)
                    .isSubsetOf("body", "div", "blockquote", "a", "span");
            assertThat(body.select("a")).allMatch(a -> a.attr("href").matches("(https?://[a-z0-9\\[].*|mailto:.*)"));
            assertThat(body.getAllElements())
                    .flatExtracting(e -> e.attributes().asList())
                    .extracting(a -> a.getKey())
                    .isSubsetOf("class", "href", "rel", "target");
            String safe = sanitizer.sanitize(html).html();
            AllowList.check(safe);
            assertThat(sanitizer.sanitize(safe).html()).isEqualTo(safe);
        }
    }
}
