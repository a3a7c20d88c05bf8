package org.restante.mime.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlSanitizerTest {

    /** One attack a line. */
    static final Path VARIATIONS = Path.of("src/test/resources/messages/hostile/variations.txt");

    private static final String LINK = "target=\"_blank\" rel=\"noopener noreferrer\"";

    private final HtmlSanitizer sanitizer =
            new HtmlSanitizer(contentId -> contentId.equals("logo@x") ? Optional.of("/parts/2") : Optional.empty());

    private String sanitize(String html) {
        String safe = sanitizer.sanitize(html).html();
        AllowList.check(safe);
        assertThat(sanitizer.sanitize(safe).html()).isEqualTo(safe);
        return safe;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>plain <b>bold</b> <i>text</i></p>",
                "<table width=\"600\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" bgcolor=\"#ffffff\""
                        + " align=\"center\"><tbody><tr><td style=\"padding:10px 20px;font-family:Arial,'Helvetica"
                        + " Neue',sans-serif;font-size:14px;color:#333333\" colspan=\"2\">x</td></tr></tbody></table>",
                "<font face=\"Arial\" color=\"red\" size=\"+1\">x</font>",
                "<ul><li>a</li><li>b</li></ul><ol start=\"3\"><li>c</li></ol>",
                "<blockquote type=\"cite\"><p dir=\"rtl\">שלום</p></blockquote>",
                "<style>.m-button{color:#fff;background-color:#0066cc !important}\n"
                        + "@media only screen and (max-width:600px){.m-button,#m-x>td{width:100% !important}\n"
                        + "}\n"
                        + "</style>",
                "<pre>\n\ntwo breaks first</pre>",
                "<h1 id=\"m-top\">x</h1><a href=\"#m-top\">up</a>",
            })
    void what_newsletters_are_made_of_stays_as_it_is(String html) {
        assertThat(sanitize(html)).isEqualTo(html);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<script>alert(1)</script>x|x",
                "<p onclick='alert(1)'>x|<p>x</p>",
                "<svg><script>alert(1)</script></svg>x|x",
                "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>|''",
                "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>|''",
                "<template><img src=x></template>x|x",
                "<form action='//x'><button formaction=javascript:x>Send</button><input value=x></form>|Send",
                "<textarea><b>kept</b></textarea>|&lt;b&gt;kept&lt;/b&gt;",
                "<!-- comment --><![CDATA[x]]>y|y",
                "<iframe srcdoc='<script>x</script>'></iframe><object data=x>o</object><embed src=x>|''",
                "<meta http-equiv=refresh content='0;url=http://x'><base href=//x><link rel=stylesheet href=//x>|''",
                "<unknown-thing>kept</unknown-thing>|kept",
                "<bdo dir=rtl>abc</bdo>|abc",
                "<div id=location name=x class='a restante-blocked b!'>|<div id=\"m-location\" class=\"m-a"
                        + " m-restante-blocked\"></div>",
            })
    void what_is_not_allowed_goes(String html, String expected) {
        assertThat(sanitize(html)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "color:red;position:fixed;top:0|color:red",
                "background:url(http://x/a.png) #fff no-repeat|background:#fff no-repeat",
                "background-image:url(x)|''",
                "width:expression(alert(1))|''",
                "wid\\74h:10px|width:10px",
                "width:10px;behavior:url(x);-moz-binding:url(y)|width:10px",
                "color:\\72\\65\\64|color:red",
                "color:red/* x */;/* width:1px */height:2px|color:red;height:2px",
                "margin:-10px;letter-spacing:-1px|letter-spacing:-1px",
                "font:bold 12px/1.5 Arial, sans-serif|'font:bold 12px/1.5 Arial,sans-serif'",
                "font-family:'</style><script>'|''",
                "color:rgb(1, 2, 3)|'color:rgb(1, 2, 3)'",
                "color:rgba(0 0 0 / 50%)|color:rgba(0 0 0 / 50%)",
                "width:calc(100% - 1px)|''",
                "height:100vh|''",
                "width:99999999px|''",
                "color:var(--x);--x:url(y)|''",
                "display:flex;display:block|display:block",
                "color:red!important|color:red !important",
                "content:'x';transform:scale(9);z-index:9;animation:x 1s|''",
                "color:'red|''",
                "color:red;}{<!--x:y;width:1px|color:red",
            })
    void style_keeps_allowed_declarations_only(String css, String expected) {
        String safe = sanitize("<p style=\"" + css + "\">x</p>");
        assertThat(safe).isEqualTo(expected.isEmpty() ? "<p>x</p>" : "<p style=\"" + expected + "\">x</p>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@import url(//x);p{color:red}|p{color:red}",
                "@font-face{font-family:x;src:url(x)}p{color:red}|p{color:red}",
                "<!-- p{color:red} -->|p{color:red}",
                ".a .b>#c,td.d:hover{color:red}|.m-a .m-b>#m-c,td.m-d:hover{color:red}",
                "p[title^=x],q{color:red}|q{color:red}",
                "p::before{content:'x'}|''",
                "@media screen{@import url(x);p{color:red}}|'@media screen{p{color:red}\n}'",
                "@media (min-width:1px) and (x:expression(1)){p{color:red}}|''",
                "@supports (x:y){p{color:red}}|''",
                "p{color:red;a{color:blue}}q{color:red}|'p{color:red}\nq{color:red}'",
                "p{color:red|p{color:red}",
                "}}p{color:red}|''",
                "a\\{}b{color:red}|''",
                "@charset 'x';p{color:red}|p{color:red}",
                "p{background:url('}')red}|p{background:red}",
            })
    void style_sheets_keep_allowed_rules_only(String css, String expected) {
        String safe = sanitize("<style>" + css + "</style>");
        String inner = safe.replace("<style>", "").replace("\n</style>", "");
        assertThat(inner).isEqualTo(expected.replace("\\n", "\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://a.example/x?y=1&amp;z=2|http://a.example/x?y=1&amp;z=2",
                "' HTTPS://A.Example '|https://a.example",
                "mailto:a@b.example?subject=x y|mailto:a@b.example?subject=x%20y",
                "#top|#m-top",
                "http:\\\\a.example\\x|http://a.example/x",
                "https:a.example|https://a.example",
                "http://user:pass@a.example/|http://a.example/",
                "http://bücher.example/ü|http://xn--bcher-kva.example/ü",
                "http://a.example/<\"'>|http://a.example/%3C%22%27%3E",
            })
    void links_are_written_in_one_form(String href, String expected) {
        String safe = sanitize("<a href=\"" + href.replace("\"", "&quot;") + "\">x</a>");
        assertThat(safe).startsWith("<a href=\"" + expected + "\"");
        assertThat(safe.contains(LINK)).isEqualTo(!expected.startsWith("#"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "java\tscript:alert(1)",
                "&#1;javascript:alert(1)",
                "JaVaScRiPt:x",
                "vbscript:x",
                "data:text/html,x",
                "//x",
                "/mail/INBOX",
                "x",
                "",
                "file:///x",
                "http://",
                "http://%61.example",
                "http://a b/",
                "ftp://x",
                "blob:x",
                "#a b",
                "#\"",
                "javascript&colon;x",
                "mailto:",
                "cid:x",
                "http://[::1",
                "http://a.example:99999999"
            })
    void other_links_lose_their_target(String href) {
        assertThat(sanitize("<a href='" + href + "'>x</a>")).doesNotContain("href");
    }

    @Test
    void the_real_host_is_shown_where_the_text_names_another() {
        assertThat(sanitize("<a href='http://evil.example/'>http://bank.example/</a>"))
                .endsWith("</a><span class=\"restante-host\">[evil.example]</span>");
        assertThat(sanitize("<a href='http://evil.example/'>www.<b>bank</b>.example</a>"))
                .contains("[evil.example]");
        assertThat(sanitize("<a href='http://evil.example/'>bank\u200B\u2024example</a>"))
                .contains("[evil.example]");
        assertThat(sanitize("<a href='mailto:x@evil.example'>ann@bank.example</a>"))
                .contains("[evil.example]");
        assertThat(sanitize("<a href='http://evil.example/#bank.example'>visit bank.example!</a>"))
                .contains("[evil.example]");
        assertThat(sanitize("<a href='http://www.bank.example/x'>BANK.example</a>"))
                .doesNotContain("restante-host");
        assertThat(sanitize("<a href='http://a.example/'>Click here. Now, e.g. report.pdf</a>"))
                .doesNotContain("restante-host");
    }

    @Test
    void a_forged_host_is_dropped() {
        assertThat(sanitize("<a href='http://evil.example/'>x</a><span class='restante-host'>[bank.example]</span>"))
                .doesNotContain("bank");
    }

    @Test
    void inline_images_are_resolved_and_found_again() {
        assertThat(sanitize("<img src='cid:logo%40x' alt=Logo width=10>"))
                .isEqualTo("<img alt=\"Logo\" width=\"10\" src=\"/parts/2\" data-cid=\"logo@x\">");
        assertThat(sanitize("<img src='cid:other'>")).isEqualTo("<img data-cid=\"other\">");
        assertThat(sanitize("<img src='/parts/2'>")).isEqualTo("<img>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img src='http://x/a.png'>",
                "<img src='//x/a.png'>",
                "<img src=' HTTPS://x/a'>",
                "<img srcset='http://x/a 2x'>",
                "<table background='http://x/a.png'><tr><td>",
                "<p style='background:url(http://x/a)'>",
                "<style>p{background:url(//x)}</style>"
            })
    void what_would_be_loaded_from_elsewhere_is_left_out_and_counted(String html) {
        assertThat(sanitizer.sanitize(html).remote().blocked()).isEqualTo(1);
        assertThat(sanitize(html)).doesNotContain("http", "//x");
    }

    @Test
    void a_blocked_image_keeps_its_place() {
        assertThat(sanitize("<img src='http://x/a.png' width=600 height=100 alt='Sale!' class='hero'>"))
                .isEqualTo("<img width=\"600\" height=\"100\" alt=\"Sale!\" class=\"restante-blocked m-hero\">");
    }

    @Test
    void the_body_of_a_document_keeps_its_colours() {
        assertThat(sanitize("<html><head><title>t</title></head><body bgcolor=#eeeeee text=red"
                        + " onload=x><p>x</body></html>"))
                .isEqualTo("<div bgcolor=\"#eeeeee\"><p>x</p></div>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div>",
                "<b>",
                "<a href='http://x.y'>",
                "<table>",
                "<table><tr><td>",
                "<p><b><i>",
                "<svg>",
                "<ul><li>",
                "<font><p>",
                "<span style='color:red'>",
                "<select>",
                "<blockquote>",
                "</p>",
                "<x>",
                "<button><p>",
                "<form>",
                "<a><div>",
                "<nobr>",
                "<style>",
                "<!--",
                "&amp",
                "<p style=\"",
                "<math><mi>"
            })
    void a_hundred_thousand_of_anything_are_bounded(String piece) {
        String html = piece.repeat(100_000);
        String safe = Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> sanitizer.sanitize(html).html());
        assertThat(sanitizer.sanitize(safe).html()).isEqualTo(safe);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "p{color:red}",
                "{",
                "}",
                "@media x{",
                "(",
                "\\",
                "a,",
                ":",
                "url(",
                "'",
                "/*",
                "@",
                "1.",
                "<!--",
                "a{b:c;"
            })
    void a_megabyte_of_any_style_is_bounded(String piece) {
        String css = piece.repeat(1_000_000 / piece.length());
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> sanitizer.sanitize("<style>" + css + "</style>"));
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> CssDeclarations.ofAttribute(css));
    }

    private static String sample(String name) throws IOException {
        return Files.readString(Path.of("src/test/resources/messages", name));
    }

    @Test
    void a_newsletter_keeps_its_looks_and_loads_nothing() throws IOException {
        String html = sample("valid/newsletter.html");
        String safe = sanitize(html);
        assertThat(sanitizer.sanitize(html).remote().blocked()).isEqualTo(2);
        assertThat(safe)
                .contains("body{margin:0;padding:0;background-color:#f4f1ea}", ".m-button a{color:#ffffff !important")
                .contains("@media only screen and (max-width: 600px){.m-column{width:100% !important;display:block"
                        + " !important}")
                .contains("<div bgcolor=\"#f4f1ea\" style=\"margin:0;font-family:Georgia,'Times New Roman',serif\">")
                .contains("padding:20px 10px;font-size:14px;line-height:1.5;color:#333333;background:#fff repeat")
                .contains("width=\"280\" height=\"140\" alt=\"Pears\"", "border-radius:4px;display:inline-block")
                .doesNotContain("cdn.example", "Autumn at the market");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"malformed/tables.html", "hostile/layers.html", "hostile/loading.html", "hostile/overlay.html"})
    void samples_come_out_safe(String name) throws IOException {
        assertThat(sanitize(sample(name))).doesNotContain("onerror=a", "<script", "src=", "fixed", "absolute");
    }

    @Test
    void random_markup_is_always_safe_and_stable() {
        RandomMarkup markup = new RandomMarkup(42);
        for (int i = 0; i < 4_000; i++) {
            sanitize(markup.next());
        }
    }

    private static final RemoteImages BY_PROXY = new RemoteImages() {
        @Override
        public Optional<String> pathOf(String url) {
            return Optional.of("/images/" + url.length());
        }

        @Override
        public boolean isOwn(String path) {
            return path.startsWith("/images/");
        }
    };

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img src='http://x.example/a' width=1 height=1>",
                "<img src='http://x.example/a' width='0' height='1px'>",
                "<img src='http://x.example/a' style='width: 1px; height: 1PX'>",
                "<img src='http://x.example/a' style='display : none'>",
                "<img src='http://x.example/a' hidden>",
                "<img src='//u1.ct.sendgrid.example/wf/open?upn=x'>",
                "<img src='https://www.google-analytics.com/collect?x'>"
            })
    void trackers_stay_blocked_where_pictures_are_loaded_and_are_counted(String html) {
        SanitizedHtml safe = new HtmlSanitizer(InlineImages.NONE, BY_PROXY, "").sanitize(html);
        assertThat(safe.remote()).isEqualTo(new SanitizedHtml.Remote(0, 1, 0));
        assertThat(safe.html()).doesNotContain("src=", "http");
        assertThat(sanitizer.sanitize(html).remote()).isEqualTo(new SanitizedHtml.Remote(0, 1, 0));
    }

    @Test
    void pictures_of_other_sites_are_loaded_by_way_of_this_one() {
        HtmlSanitizer loading = new HtmlSanitizer(InlineImages.NONE, BY_PROXY, "");
        SanitizedHtml safe =
                loading.sanitize("<img src='https://x.example/a.png' width=100 height=1><img src=//x.example/b>");
        assertThat(safe.html())
                .isEqualTo("<img width=\"100\" height=\"1\" src=\"/images/23\"><img src=\"/images/19\">");
        assertThat(safe.remote()).isEqualTo(new SanitizedHtml.Remote(0, 0, 2));
        assertThat(loading.sanitize(safe.html()).html()).isEqualTo(safe.html());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>answer</p><blockquote type=cite>%s</blockquote>",
                "<div>answer</div><div class='gmail_quote'>On Monday<blockquote>%s</blockquote></div>",
                "<body>answer<div><div id='divRplyFwdMsg'>From: x</div><div>%s</div></div>"
            })
    void quoted_history_is_folded_and_stays_so(String html) {
        HtmlSanitizer folding = new HtmlSanitizer(InlineImages.NONE, RemoteImages.NONE, "Quoted");
        String safe = folding.sanitize(html.formatted("long ".repeat(60))).html();
        assertThat(safe).containsOnlyOnce("<details class=\"restante-quoted\"><summary title=\"Quoted\"></summary>");
        assertThat(folding.sanitize(safe).html()).isEqualTo(safe);
        AllowList.check(safe);
    }

    @Test
    void a_quotation_that_stands_alone_or_is_short_is_not_folded() {
        HtmlSanitizer folding = new HtmlSanitizer(InlineImages.NONE, RemoteImages.NONE, "Quoted");
        assertThat(folding.sanitize("<blockquote type=cite>" + "long ".repeat(60))
                        .html())
                .doesNotContain("<details");
        assertThat(folding.sanitize("yes<blockquote type=cite>short").html()).doesNotContain("<details");
    }

    @Test
    void of_variations_of_attacks_nothing_is_left() throws IOException {
        for (String html : Files.readAllLines(VARIATIONS)) {
            String safe = new HtmlSanitizer(InlineImages.NONE).sanitize(html).html();
            AllowList.check(safe);
            assertThat(new HtmlSanitizer(InlineImages.NONE).sanitize(safe).html())
                    .isEqualTo(safe);
            assertThat(safe).doesNotContain("src=\"//", "<img src=\"http");
        }
    }
}
