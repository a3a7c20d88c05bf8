package org.restante.mime.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** Says, independently of the sanitiser, what its answers may hold. */
public final class AllowList {

    private static final Set<String> ELEMENTS = Set.of(("html head body style details summary a abbr acronym address"
                    + " article aside b big blockquote br caption center cite code col colgroup dd del dfn dir div dl dt em"
                    + " figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark nav ol p pre q s samp"
                    + " section small span strike strong sub sup table tbody td tfoot th thead time tr tt u ul var wbr")
            .split(" "));

    private static final Set<String> ATTRIBUTES =
            Set.of(("abbr align alt bgcolor border bordercolor cellpadding cellspacing class clear color colspan"
                            + " data-cid datetime dir face frame height href hspace id lang name noshade nowrap rel reversed"
                            + " rowspan rules scope size span src start style summary target title type valign value vspace width")
                    .split(" "));

    private static final Pattern CSS = Pattern.compile("(?i)url|expression|javascript|behavior|binding|@(?!media"
            + " )|\\\\|/\\*|position:|content:|animation|transform|z-index|[<\\[]|var\\(|image|element\\(");

    private AllowList() {}

    /** Fails unless a fragment, put into a document, parses into allowed things only. */
    public static void check(String fragment) {
        Document document = Jsoup.parse("<!DOCTYPE html><body>" + fragment);
        for (Element element : document.getAllElements()) {
            if (element != document) {
                assertThat(ELEMENTS).contains(element.tagName());
                assertThat(element.tag().namespace()).isEqualTo(Parser.NamespaceHtml);
                element.attributes().forEach(attribute -> check(element, attribute));
            }
            assertThat(element.childNodes()).noneMatch(Comment.class::isInstance);
        }
        document.select("style").forEach(style -> checkCss(style.data()));
    }

    private static void check(Element element, Attribute attribute) {
        assertThat(ATTRIBUTES).contains(attribute.getKey());
        String value = attribute.getValue();
        switch (attribute.getKey()) {
            case "href" -> assertThat(value).matches("(?s)(https?://[a-z0-9\\[._-].*|mailto:.*|#m-.*)");
            case "src" -> assertThat(value).startsWith("/parts/");
            case "style" -> checkCss(value);
            case "id", "name" -> assertThat(value).startsWith("m-");
            case "class" -> assertThat(value).matches("(m-[\\w-]+|restante-(host|blocked|quoted))( m-[\\w-]+)*");
            case "target" -> assertThat(value + element.attr("rel")).isEqualTo("_blanknoopener noreferrer");
            default -> assertThat(attribute.getKey().toLowerCase(Locale.ROOT)).doesNotStartWith("on");
        }
    }

    private static void checkCss(String css) {
        assertThat(CSS.matcher(css).find()).as(css).isFalse();
    }
}
