package org.restante.mime.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

    private static Element fixed(String text) {
        return Jsoup.parse(PlainText.toHtml(text, false, false))
                .outputSettings(new org.jsoup.nodes.Document.OutputSettings().prettyPrint(false))
                .body();
    }

    private static Element flowed(String text, boolean delSp) {
        return Jsoup.parse(PlainText.toHtml(text, true, delSp)).body();
    }

    @Test
    void markup_is_text() {
        Element body = fixed("<script>alert(1)</script> & <b>\"bold\"</b>");
        assertThat(body.wholeText()).isEqualTo("<script>alert(1)</script> & <b>\"bold\"</b>");
        assertThat(body.select("script, b")).isEmpty();
    }

    @Test
    void lines_and_spaces_stay() {
        assertThat(fixed("a\r\n  b\n\nc").wholeText()).isEqualTo("a\n  b\n\nc");
    }

    @Test
    void quotations_are_nested_by_their_marks() {
        Element body = fixed("> > deep\n> once\nown");
        assertThat(body.select("blockquote blockquote").text()).isEqualTo("deep");
        assertThat(body.select("body > blockquote > div").text()).isEqualTo("once");
        assertThat(body.select("body > div").text()).isEqualTo("own");
    }

    @Test
    void the_signature_stands_apart_until_the_quotation_below_it() {
        Element body = fixed("hello\n-- \nAnn\n> quoted");
        assertThat(body.select(".restante-signature").text()).isEqualTo("-- Ann");
        assertThat(body.select("blockquote").text()).isEqualTo("quoted");
    }

    @Test
    void flowed_lines_are_joined_within_their_quotation_level() {
        assertThat(flowed("one \ntwo\nthree", false).wholeText()).isEqualTo("one two\nthree");
        assertThat(flowed("日本 \n語", true).wholeText()).isEqualTo("日本語");
        Element body = flowed("> quoted \n> goes on\n>> deeper \nown", false);
        assertThat(body.select("body > blockquote > div").text()).isEqualTo("quoted goes on");
        assertThat(body.select("blockquote blockquote").text()).isEqualTo("deeper");
        assertThat(body.select("body > div").text()).isEqualTo("own");
    }

    @Test
    void flowed_stuffing_is_removed_and_the_signature_mark_never_flows() {
        assertThat(flowed(" > not quoted\n From here", false).wholeText()).isEqualTo("> not quoted\nFrom here");
        assertThat(flowed("text \n-- \nAnn", false)
                        .select(".restante-signature")
                        .text())
                .isEqualTo("-- Ann");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "see http://example.com/a.|http://example.com/a",
                "(see http://example.com/a)|http://example.com/a",
                "http://example.com/a_(b)|http://example.com/a_(b)",
                "<https://example.com/?a=1&b=2>|https://example.com/?a=1&b=2",
                "[http://example.com](http://other.example)|http://example.com",
                "\"http://example.com\"|http://example.com",
                "HTTP://Example.COM/Path!|http://example.com/Path",
                "www.example.com/x, and|http://www.example.com/x",
                "https://example.com:8443/p?q#f end|https://example.com:8443/p?q#f",
                "請看 http://example.com/。好|http://example.com/",
                "http://bücher.example/x|http://xn--bcher-kva.example/x",
                "write to ann@example.com.|mailto:ann@example.com",
                "mailto:ann@example.com?subject=hi|mailto:ann@example.com?subject=hi",
                "<first.last+tag@sub.example.co.uk>|mailto:first.last+tag@sub.example.co.uk",
            })
    void addresses_become_links(String text, String href) {
        assertThat(fixed(text).select("a").get(0).attr("href")).isEqualTo(href);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "data:text/html,x",
                "http://",
                "http://<test>",
                "ann@localhost",
                "@example.com",
                "file:///etc/passwd",
                "xhttp://example.com",
                "vbscript:x",
                "a@b@c",
                "www.",
                "http://exa%6Dple.com",
                "ftp://example.com"
            })
    void other_text_becomes_no_link(String text) {
        assertThat(fixed(text).select("a")).isEmpty();
        assertThat(fixed(text).wholeText()).isEqualTo(text);
    }

    @Test
    void a_host_in_disguise_is_shown_as_it_is() {
        assertThat(fixed("http://bank.example@evil.example/").text()).endsWith("[evil.example]");
        assertThat(fixed("http://b\u0430nk.example/").text()).endsWith("[xn--bnk-6cd.example]");
        assertThat(fixed("http://bank.example/@evil").text()).doesNotContain("[");
    }

    @Test
    void overrides_of_the_writing_direction_are_gone() {
        assertThat(fixed("a\u202Eb").wholeText()).isEqualTo("ab");
        assertThat(fixed("http://example.com/\u202Egpj.exe").select("a").attr("href"))
                .isEqualTo("http://example.com/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://",
                "www.a",
                "a@",
                "@",
                "a.",
                "((((",
                "http://a",
                "> ",
                ">",
                "mailto:",
                "http://a.b/(",
                "x y ",
                "a@b.c",
                "-- \n",
                "> \n\n"
            })
    void a_megabyte_of_anything_takes_no_time(String piece) {
        String text = piece.repeat(1_000_000 / piece.length());
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(3), () -> PlainText.toHtml(text, false, false));
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(3), () -> PlainText.toHtml(text, true, true));
    }

    private static Document folding(String text) {
        return Jsoup.parse(PlainText.toHtml(text, false, false, "Quoted"));
    }

    @Test
    void a_quotation_at_the_end_is_folded() {
        Document body = folding("yes\n\n> one\n> two\n>> three\n> four\n\n-- \nAnn");
        assertThat(body.select("details.restante-quoted > summary").attr("title"))
                .isEqualTo("Quoted");
        assertThat(body.select("details > blockquote").text()).isEqualTo("one two three four");
        assertThat(body.select("details .restante-signature")).isEmpty();
    }

    @Test
    void a_short_one_in_between_is_not_and_a_long_one_is() {
        assertThat(folding("yes\n> one\n> two\n> three\n> four\nno").select("details"))
                .isEmpty();
        assertThat(folding("yes\n" + "> line\n".repeat(13) + "no").select("details"))
                .hasSize(1);
        assertThat(folding("> line\n".repeat(13) + "no").select("details")).isEmpty();
    }
}
