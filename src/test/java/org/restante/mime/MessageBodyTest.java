package org.restante.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.restante.mime.html.RemoteImages;

class MessageBodyTest {

    private static final MessageBody.Options HTML = new MessageBody.Options(
            false,
            new MessageBody.Style("body{color:#222}", "body{color:#222}"),
            id -> "/parts/" + id,
            RemoteImages.NONE,
            new EnglishNotices(),
            "");
    private static final MessageBody.Options TEXT = new MessageBody.Options(
            true, new MessageBody.Style("", ""), id -> "/parts/" + id, RemoteImages.NONE, new EnglishNotices(), "");

    private static Part leaf(String id, String type, String contentId, Map<String, String> parameters) {
        return new Part(Optional.of(new PartId(id)), type, parameters, contentId, "7bit", 10, "", "", List.of());
    }

    private static Part leaf(String id, String type) {
        return leaf(id, type, "", Map.of());
    }

    private static Part multi(String kind, Part... children) {
        return new Part(Optional.empty(), "multipart/" + kind, Map.of(), "", "7bit", 0, "", "", List.of(children));
    }

    private static RenderedBody render(Part root, MessageBody.Options options, Map<String, String> contents)
            throws IOException {
        return MessageBody.render(
                Display.of(root),
                part -> DecodedText.of(contents.get(part.id().orElseThrow().value())),
                options);
    }

    @Test
    void the_document_has_a_doctype_a_character_set_and_the_given_style() throws IOException {
        String html =
                render(leaf("1", "text/plain"), HTML, Map.of("1", "hello")).html();
        assertThat(html)
                .startsWith("<!DOCTYPE html><html><head><meta charset=\"utf-8\">")
                .contains("<style>body{color:#222}</style>");
        assertThat(Jsoup.parse(html).body().text()).isEqualTo("hello");
    }

    @Test
    void the_preferred_alternative_is_rendered() throws IOException {
        Part root = multi("alternative", leaf("1", "text/plain"), leaf("2", "text/html"));
        Map<String, String> contents = Map.of("1", "as text", "2", "<b>as HTML</b>");
        assertThat(Jsoup.parse(render(root, HTML, contents).html()).select("b").text())
                .isEqualTo("as HTML");
        assertThat(Jsoup.parse(render(root, TEXT, contents).html()).body().text())
                .isEqualTo("as text");
    }

    @Test
    void texts_and_pictures_follow_one_another_with_a_line_between() throws IOException {
        Part root = multi(
                "mixed",
                leaf("1", "text/plain"),
                leaf("2", "image/png"),
                leaf("3", "image/svg+xml"),
                leaf("4", "text/html"));
        Document document = Jsoup.parse(
                render(root, HTML, Map.of("1", "one", "4", "<p>two")).html());
        assertThat(document.select("hr")).hasSize(2);
        assertThat(document.select("img")).extracting(img -> img.attr("src")).containsExactly("/parts/2");
    }

    @Test
    void pictures_of_the_html_are_found_by_their_content_id_if_they_are_raster_images() throws IOException {
        Part root = multi(
                "related",
                leaf("1", "text/html"),
                leaf("2", "image/png", "a@x", Map.of()),
                leaf("3", "image/svg+xml", "b@x", Map.of()));
        Document document = Jsoup.parse(render(root, HTML, Map.of("1", "<img src=cid:a@x><img src=cid:b@x>"))
                .html());
        assertThat(document.select("img")).extracting(img -> img.attr("src")).containsExactly("/parts/2", "");
    }

    @Test
    void flowed_text_is_joined_as_its_type_says() throws IOException {
        Part flowed = leaf("1", "text/plain", "", Map.of("format", "flowed", "delsp", "yes"));
        assertThat(Jsoup.parse(render(flowed, HTML, Map.of("1", "one \ntwo")).html())
                        .body()
                        .text())
                .isEqualTo("onetwo");
    }

    @Test
    void what_the_reader_should_know_is_told() throws IOException {
        Part part = leaf("1", "text/html");
        RenderedBody body =
                MessageBody.render(Display.of(part), any -> new DecodedText("<img src=http://x/y>", true, true), HTML);
        assertThat(body.remote().blocked()).isEqualTo(1);
        assertThat(body.truncated()).isTrue();
        assertThat(body.guessed()).isTrue();
        assertThat(Jsoup.parse(body.html()).select(".restante-notice"))
                .extracting(notice -> notice.text())
                .containsExactly("This message is very long. Only its beginning is shown.");
    }

    @Test
    void the_text_of_a_part_is_read_as_its_type_says() throws IOException {
        Part part = new Part(
                Optional.of(new PartId("1")), "text/html", Map.of(), "", "quoted-printable", 9, "", "", List.of());
        byte[] raw = "<meta charset=3Dkoi8-r>=D0=D2=C9".getBytes(StandardCharsets.US_ASCII);
        assertThat(TextDecoding.read(part, new ByteArrayInputStream(raw), 1000).text())
                .endsWith("при");
    }

    @Test
    void a_message_without_text_is_an_empty_page() throws IOException {
        assertThat(Jsoup.parse(render(multi("mixed"), HTML, Map.of()).html())
                        .body()
                        .childNodes())
                .isEmpty();
    }

    @Test
    void the_given_style_cannot_end_its_element() throws IOException {
        MessageBody.Options odd = new MessageBody.Options(
                false,
                new MessageBody.Style("a::after{content:'</style><b>'}", "a::after{content:'</style><b>'}"),
                id -> "/x",
                RemoteImages.NONE,
                new EnglishNotices(),
                "");
        assertThat(Jsoup.parse(render(leaf("1", "text/plain"), odd, Map.of("1", ""))
                                .html())
                        .select("b"))
                .isEmpty();
    }
}
