package org.restante.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.restante.testing.ApplicationTest;
import org.restante.testing.MailServersUnderTest;
import org.restante.testing.Page;
import org.restante.testing.Person;
import org.restante.testing.SampleMessages;
import org.restante.testing.Visitor;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.ContentDisposition;

/** The ways of looking at a message and at what came with it. */
@ApplicationTest
class MessageViewsTest {

    private static final String BOUNDED = "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n";

    /** A text and a file, packed by {@code TnefFile}. */
    private static final String WINMAIL =
            "eJ8+IgEAAQyAAgAMAAAAaW5uZXIgd29yZHMAAAACApAGAA4AAAAAAAAAAAAAAAAAAAAAAAAAAhCAAQAKAAAAbm90ZXMudHh0AAAAAg+ABgAKAAAAc29tZSBub3RlcwAA";

    @LocalServerPort
    private int port;

    private final Person person = Person.at(MailServersUnderTest.WHOLE);
    private Visitor visitor;

    @BeforeEach
    void sign_in() {
        visitor = person.signedInAt(port);
    }

    private String message(String source) throws IOException {
        person.withSource("INBOX", source);
        return "/mail/INBOX/" + visitor.get("/mail/INBOX").refs().get(0);
    }

    private Document frame(String address) {
        return visitor.get(visitor.get(address).document().select("iframe.body").attr("src"))
                .document();
    }

    @Test
    void all_header_fields_are_shown_as_text() throws IOException {
        String address = message("X-Odd: <b>=?utf-8?q?caf=C3=A9?=</b>\nSubject: Fields\n\nx\n");
        Page page = visitor.get(address + "/headers");
        assertThat(page.document().select("dl.header-fields").text()).contains("X-Odd <b>café</b>", "Subject Fields");
        assertThat(page.document().select("main b")).isEmpty();
    }

    @Test
    void a_page_for_paper_has_fields_and_text_in_one_document() throws IOException {
        Page page = visitor.get(message(SampleMessages.WITH_ALL_KINDS_OF_PARTS) + "/print");
        assertThat(page.document().body().text())
                .contains("All kinds of parts", "Anna <anna@sender.example>", "numbers.csv", "Designed words");
        assertThat(page.header("Content-Security-Policy"))
                .contains("script-src 'none'", "sandbox ", "form-action 'none'");
        assertThat(page.header("Content-Security-Policy")).doesNotContain("allow-scripts");
    }

    @Test
    void the_message_is_downloaded_as_it_came() throws IOException {
        Page page = visitor.get(message("Subject: ../Keep \"me\"\n\nwords\n") + "/download");
        assertThat(page.text()).contains("Subject: ../Keep", "words");
        assertThat(ContentDisposition.parse(page.header("Content-Disposition")).getFilename())
                .isEqualTo("Keep _me_.eml");
    }

    @Test
    void all_attachments_come_in_one_file_with_names_of_their_own() throws IOException {
        String part = "--b\nContent-Type: text/csv\nContent-Disposition: attachment; filename=\"%s\"\n\n%s\n";
        String address = message("Subject: All\n" + BOUNDED + part.formatted("../a.csv", "1")
                + part.formatted("A.csv", "2") + part.formatted("", "3") + "--b--\n");
        Page page = visitor.get(address + "/attachments.zip");
        List<String> entries = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(page.body()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.add(entry.getName() + "=" + new String(zip.readAllBytes()).strip());
            }
        }
        assertThat(entries).containsExactly("a.csv=1", "A (2).csv=2", "attachment.csv=3");
        assertThat(ContentDisposition.parse(page.header("Content-Disposition")).getFilename())
                .isEqualTo("All.zip");
    }

    @Test
    void texts_and_tables_are_shown_in_place() throws IOException {
        String address = message(SampleMessages.WITH_ALL_KINDS_OF_PARTS);
        String view = visitor.get(address)
                .document()
                .select(".attachment-shown iframe")
                .attr("src");
        Page page = visitor.get(view);
        assertThat(page.document().select("td").eachText()).containsExactly("1", "2", "3");
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'", "sandbox");
    }

    @Test
    void a_pdf_is_opened_apart_if_it_is_one_and_nothing_else_is() throws IOException {
        String part = "--b\nContent-Type: %s\nContent-Disposition: attachment; filename=x\n\n%s\n";
        String address = message(BOUNDED
                + part.formatted("application/pdf", "%PDF-1.7") + part.formatted("application/pdf", "<script>")
                + part.formatted("text/html", "<script>")
                + part.formatted("image/svg+xml", "<svg>") + "--b--\n");
        Page pdf = visitor.get(address + "/parts/1/view");
        assertThat(pdf.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(pdf.header("Content-Disposition")).startsWith("inline");
        assertThat(pdf.header("Content-Security-Policy")).contains("sandbox");
        for (String other : List.of("2", "3", "4")) {
            assertThat(visitor.get(address + "/parts/" + other + "/view").status())
                    .as(other)
                    .isEqualTo(404);
        }
        assertThat(visitor.get(address).document().select("[href$='/parts/1/view']"))
                .hasSize(1);
    }

    @Test
    void files_that_do_harm_are_named_as_such() throws IOException {
        String part = "--b\nContent-Type: %s\nContent-Disposition: attachment; filename=\"%s\"\n\nx\n";
        String address = message(BOUNDED + part.formatted("application/pdf", "invoice.pdf.exe")
                + part.formatted("text/html", "a.txt") + part.formatted("text/plain", "b.txt") + "--b--\n");
        assertThat(visitor.get(address)
                        .document()
                        .select("li:has(.attachment-danger) .attachment-name")
                        .eachText())
                .containsExactly("invoice.pdf.exe", "a.txt");
    }

    @Test
    void a_delivery_report_is_told_in_words() throws IOException {
        String address = message("""
                Subject: Undelivered
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary=b

                --b

                This is the mail system.
                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example

                Final-Recipient: rfc822; bert@example.org
                Action: failed
                Status: 5.2.2
                --b--
                """);
        assertThat(frame(address).select(".restante-notice").text())
                .isEqualTo("A message could not be delivered to bert@example.org: the mailbox is full.");
    }

    @Test
    void an_invitation_is_a_card_in_the_reader_s_zone() throws IOException {
        String address = message(BOUNDED
                + "--b\n\n"
                + "Please come.\n"
                + "--b\n"
                + "Content-Type: text/calendar; method=REQUEST\n\n"
                + "BEGIN:VCALENDAR\n"
                + "METHOD:REQUEST\n"
                + "BEGIN:VEVENT\n"
                + "UID:1\n"
                + "DTSTART;TZID=America/New_York:20261201T100000\n"
                + "DURATION:PT90M\n"
                + "SUMMARY:<b>Visit\n"
                + "RRULE:FREQ=MONTHLY;BYDAY=1TU;COUNT=3\n"
                + "LOCATION:Gate\n"
                + "ORGANIZER;CN=Anna:mailto:anna@x.example\n"
                + "ATTENDEE;PARTSTAT=ACCEPTED;CN=Bert:mailto:bert@x.example\n"
                + "END:VEVENT\n"
                + "END:VCALENDAR\n"
                + "--b--\n");
        Element card = visitor.get(address).document().selectFirst(".card.event");
        assertThat(card.select(".card-kind").text()).isEqualTo("Invitation");
        assertThat(card.select("h2").text()).isEqualTo("<b>Visit");
        assertThat(card.select("time").text()).contains("Tuesday", "December 2026", "15:00", "16:30");
        assertThat(card.select("dd").eachText()).contains("Every month: first Tuesday, 3 times", "Gate", "Anna");
        assertThat(card.select(".guests li").eachText()).containsExactly("Bert will come");
    }

    @Test
    void a_contact_is_a_card() throws IOException {
        String address = message(BOUNDED + "--b\n\nMy card.\n--b\nContent-Type: text/vcard\n\nBEGIN:VCARD\nFN:Anna\n"
                + "EMAIL:anna@x.example\nPHOTO:http://x.example/a.png\nEND:VCARD\n--b--\n");
        Element card = visitor.get(address).document().selectFirst(".card.contact");
        assertThat(card.text()).contains("Contact", "Anna", "anna@x.example").doesNotContain("a.png");
        assertThat(card.select("img")).isEmpty();
    }

    @Test
    void what_outlook_packed_is_unpacked() throws IOException {
        String address = message(BOUNDED + "--b\nContent-Type: application/ms-tnef; name=winmail.dat\n"
                + "Content-Transfer-Encoding: base64\n\n" + WINMAIL + "\n--b--\n");
        Document page = visitor.get(address).document();
        assertThat(page.select(".attachment-name").eachText()).containsExactly("notes.txt");
        String part = page.select("a.attachment").attr("href");
        assertThat(visitor.get(part).text()).isEqualTo("some notes");
        assertThat(visitor.get(part + "/view").document().text()).isEqualTo("some notes");
        assertThat(frame(address).text()).isEqualTo("inner words");
        assertThat(visitor.get(part + "9").status()).isEqualTo(404);
    }

    @Test
    void what_lies_elsewhere_or_is_encrypted_is_said() throws IOException {
        assertThat(frame(message(BOUNDED
                                + "--b\n"
                                + "Content-Type: message/external-body; access-type=URL;"
                                + " url=\"ftp://x.example/a\"\n\n"
                                + "Content-Type: image/png\n\n"
                                + "--b--\n"))
                        .text())
                .contains("elsewhere: URL, ftp://x.example/a");
        assertThat(frame(message("MIME-Version: 1.0\n"
                                + "Content-Type: multipart/encrypted;"
                                + " protocol=\"application/pgp-encrypted\"; boundary=b\n\n"
                                + "--b\n"
                                + "Content-Type: application/pgp-encrypted\n\n"
                                + "Version: 1\n"
                                + "--b\n"
                                + "Content-Type: application/octet-stream\n\n"
                                + "x\n"
                                + "--b--\n"))
                        .text())
                .contains("This message is encrypted");
    }

    @Test
    void a_sender_who_is_not_what_the_name_says_is_doubted() throws IOException {
        String address = message(
                "From: \"service@bank.example\" <x@evil.example>\nReply-To: y@other.example\nSubject: x\n\nx\n");
        assertThat(visitor.get(address).document().select(".trust li").eachText())
                .hasSize(2)
                .anyMatch(text -> text.contains("service@bank.example") && text.contains("x@evil.example"))
                .anyMatch(text -> text.contains("y@other.example"));
    }

    @Test
    void the_neighbours_of_a_message_are_one_click_away() throws IOException {
        for (int i = 1; i <= 3; i++) {
            message("Subject: Number " + i + "\n\nx\n");
        }
        List<String> refs = visitor.get("/mail/INBOX").refs();
        String middle = "/mail/INBOX/" + refs.get(1);
        assertThat(neighbour(middle, "next")).isEqualTo("/mail/INBOX/" + refs.get(2));
        assertThat(neighbour(middle, "prev")).isEqualTo("/mail/INBOX/" + refs.get(0));
        assertThat(neighbour("/mail/INBOX/" + refs.get(2), "next")).isEqualTo("/mail/INBOX");
        assertThat(neighbour("/mail/INBOX/" + refs.get(0), "prev")).isEqualTo("/mail/INBOX");
    }

    private String neighbour(String address, String rel) {
        String link =
                visitor.get(address).document().select("a[rel=" + rel + "]").attr("href");
        return visitor.get(link).header("Location");
    }
}
