package org.restante.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DisplayTest {

    private int number;

    private Part leaf(String type, String disposition, String fileName, String contentId) {
        number++;
        return new Part(
                Optional.of(new PartId("" + number)),
                type,
                Map.of(),
                contentId,
                "7bit",
                100,
                disposition,
                fileName,
                List.of());
    }

    private Part leaf(String type) {
        return leaf(type, "", "", "");
    }

    private static Part multi(String kind, Part... children) {
        return new Part(Optional.empty(), "multipart/" + kind, Map.of(), "", "7bit", 0, "", "", List.of(children));
    }

    @Test
    void the_example_of_rfc_8621_is_laid_out_as_it_says() {
        Part a = leaf("text/plain", "inline", "", "");
        Part b = leaf("text/plain", "inline", "", "");
        Part c = leaf("image/jpeg", "inline", "", "");
        Part d = leaf("text/plain", "inline", "", "");
        Part e = leaf("text/html", "inline", "", "");
        Part f = leaf("image/jpeg", "inline", "", "");
        Part g = leaf("image/jpeg", "attachment", "", "");
        Part h = leaf("application/x-excel", "", "", "");
        Part j = leaf("message/rfc822");
        Part k = leaf("text/plain", "inline", "", "");
        Part first = multi("alternative", multi("mixed", b, c, d), multi("related", e, f));
        Display display = Display.of(multi("mixed", a, multi("mixed", first, g, h, j), k));

        assertThat(display.textBody()).containsExactly(a, b, c, d, k);
        assertThat(display.htmlBody()).containsExactly(a, e, k);
        assertThat(display.attachments()).containsExactlyInAnyOrder(c, f, g, h, j);
    }

    @Test
    void a_single_text_is_both_bodies() {
        Part text = leaf("text/plain");
        Display display = Display.of(text);
        assertThat(display.textBody()).containsExactly(text);
        assertThat(display.body(false)).containsExactly(text);
        assertThat(display.hasHtml()).isFalse();
        assertThat(display.listed()).isEmpty();
    }

    @Test
    void of_alternatives_the_preferred_one_is_shown() {
        Part text = leaf("text/plain");
        Part html = leaf("text/html");
        Display display = Display.of(multi("alternative", text, html));
        assertThat(display.body(false)).containsExactly(html);
        assertThat(display.body(true)).containsExactly(text);
        assertThat(display.hasAlternatives()).isTrue();
        assertThat(display.listed()).isEmpty();
    }

    @Test
    void an_html_only_alternative_serves_those_who_prefer_text_too() {
        Part html = leaf("text/html");
        assertThat(Display.of(multi("alternative", html)).body(true)).containsExactly(html);
    }

    @Test
    void pictures_of_the_html_are_listed_as_inline_and_do_not_count_as_attachments() {
        Part html = leaf("text/html");
        Part logo = leaf("image/png", "inline", "logo.png", "logo@x");
        Part root = multi("related", html, logo);
        assertThat(Display.of(root).listed())
                .containsExactly(new Attachment(new PartId("2"), "logo.png", "logo.png", "image/png", 100, true));
        assertThat(Display.hasAttachment(root)).isFalse();
    }

    @Test
    void a_photo_between_texts_is_shown_and_counts() {
        Part root =
                multi("mixed", leaf("text/plain"), leaf("image/jpeg", "inline", "photo.jpg", ""), leaf("text/plain"));
        assertThat(Display.of(root).body(false)).hasSize(3);
        assertThat(Display.hasAttachment(root)).isTrue();
        assertThat(Display.of(root).listed()).hasSize(1);
    }

    @Test
    void a_text_with_a_name_is_an_attachment_unless_it_comes_first() {
        Part first = leaf("text/plain", "", "body.txt", "");
        Part second = leaf("text/plain", "inline", "notes.txt", "");
        Display display = Display.of(multi("mixed", first, second));
        assertThat(display.textBody()).containsExactly(first);
        assertThat(display.attachments()).containsExactly(second);
    }

    @Test
    void a_nested_message_is_an_attachment_as_a_whole() {
        Part inner = leaf("text/plain");
        Part nested = new Part(
                Optional.of(new PartId("2")), "message/rfc822", Map.of(), "", "7bit", 9, "", "", List.of(inner));
        Display display = Display.of(multi("mixed", leaf("text/plain"), nested));
        assertThat(display.listed()).extracting(Attachment::name).containsExactly("attachment.eml");
        assertThat(display.textBody()).doesNotContain(inner);
    }

    @Test
    void an_attached_file_that_is_the_whole_message_is_listed() {
        Display display = Display.of(leaf("application/pdf", "attachment", "../scan.pdf", ""));
        assertThat(display.body(false)).isEmpty();
        assertThat(display.listed()).extracting(Attachment::name).containsExactly("scan.pdf");
    }

    @Test
    void the_size_of_base64_is_that_of_the_decoded_file() {
        Part part = new Part(
                Optional.of(new PartId("1")), "image/png", Map.of(), "", "base64", 78_000, "attachment", "", List.of());
        assertThat(Display.of(part).listed().get(0).size()).isEqualTo(57_000);
    }

    @Test
    void empty_and_very_deep_multiparts_do_no_harm() {
        Part part = leaf("text/plain");
        for (int i = 0; i < 5_000; i++) {
            part = multi("mixed", part);
        }
        assertThat(Display.of(part).body(false)).isEmpty();
        assertThat(Display.of(multi("mixed")).body(false)).isEmpty();
        assertThat(Display.of(multi("")).listed()).isEmpty();
    }
}
