package org.restante.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.SoftAssertions;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.restante.testing.DovecotApplicationTest;
import org.restante.testing.DovecotUnderTest;
import org.restante.testing.MailboxFiller;
import org.restante.testing.Page;
import org.restante.testing.Person;
import org.restante.testing.Visitor;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.ContentDisposition;

/** What was put into a mailbox is what the pages show. */
@DovecotApplicationTest
class MessagesMatchIT {

    private static final int COUNT = Boolean.getBoolean("restante.endurance") ? 5_000 : 200;
    private static final int PAGE = 50;

    @LocalServerPort
    private int port;

    private final SoftAssertions all = new SoftAssertions();

    @Test
    void subject_sender_date_text_and_attachments_are_those_of_the_messages() throws IOException {
        check(DovecotUnderTest.person("varied", DovecotUnderTest.DOVECOT), COUNT);
    }

    @Test
    void over_tls_too() throws IOException {
        check(DovecotUnderTest.person("varied-tls", DovecotUnderTest.DOVECOT_TLS), PAGE);
    }

    @Test
    void over_pop3_too() throws IOException {
        check(DovecotUnderTest.person("varied-pop3", DovecotUnderTest.POP3), COUNT);
    }

    @Test
    void over_pop3_and_tls_too() throws IOException {
        check(DovecotUnderTest.person("varied-pop3-tls", DovecotUnderTest.POP3_TLS), PAGE);
    }

    private void check(Person person, int count) throws IOException {
        try (MailboxFiller mail = person.mail()) {
            for (int i = 1; i <= count; i++) {
                mail.append("INBOX", "", GeneratedMessage.numbered(i).source());
            }
        }
        Visitor visitor = person.signedInAt(port);
        List<Element> rows = rows(visitor, count);
        assertThat(rows).hasSize(count);
        for (int i = 1; i <= count; i++) {
            GeneratedMessage message = GeneratedMessage.numbered(i);
            Element row = rows.get(count - i);
            checkRow(row, message);
            checkMessage(visitor, "/mail/INBOX/" + row.attr("data-ref"), message);
        }
        // Over POP3 the structure of a message is known once it was opened.
        List<Element> afterwards = rows(visitor, count);
        for (int i = 1; i <= count; i++) {
            checkPaperclip(afterwards.get(count - i), GeneratedMessage.numbered(i));
        }
        all.assertAll();
    }

    private static List<Element> rows(Visitor visitor, int count) {
        List<Element> rows = new ArrayList<>();
        IntStream.rangeClosed(1, (count + PAGE - 1) / PAGE)
                .mapToObj(page -> visitor.get("/mail/INBOX?page=" + page).document())
                .forEach(page -> rows.addAll(page.select("li.row")));
        return rows;
    }

    private void checkRow(Element row, GeneratedMessage message) {
        all.assertThat(row.select(".row-subject").text()).isEqualTo(message.subject());
        all.assertThat(row.select(".row-who").text()).isEqualTo(message.fromName());
        all.assertThat(date(row.selectFirst("time"))).isEqualTo(message.date().toString());
    }

    private void checkPaperclip(Element row, GeneratedMessage message) {
        all.assertThat(row.text().contains("Has an attachment"))
                .as("attachments of " + message.subject())
                .isEqualTo(!message.attachments().isEmpty());
    }

    private void checkMessage(Visitor visitor, String address, GeneratedMessage message) {
        Document page = visitor.get(address).document();
        all.assertThat(page.select("h1").text()).isEqualTo(message.subject());
        all.assertThat(page.select(".from .person-name").text()).isEqualTo(message.fromName());
        all.assertThat(page.select(".from .person-address").text()).isEqualTo("<" + message.fromAddress() + ">");
        all.assertThat(date(page.selectFirst(".envelope time")))
                .isEqualTo(message.date().toString());
        all.assertThat(visitor.get(page.select("iframe.body").attr("src"))
                        .document()
                        .body()
                        .text())
                .contains(message.text());
        List<Element> links = page.select("section.attachments a.attachment");
        all.assertThat(links).as(message.subject()).hasSameSizeAs(message.attachments());
        for (int i = 0; i < Math.min(links.size(), message.attachments().size()); i++) {
            checkAttachment(visitor, links.get(i), message.attachments().get(i));
        }
    }

    private void checkAttachment(Visitor visitor, Element link, GeneratedAttachment attachment) {
        Page download = visitor.get(link.attr("href"));
        all.assertThat(link.select(".attachment-name").text()).isEqualTo(attachment.name());
        all.assertThat(java.util.Arrays.equals(download.body(), attachment.content()))
                .as(attachment.name() + " in " + attachment.encoding())
                .isTrue();
        all.assertThat(ContentDisposition.parse(download.header("Content-Disposition"))
                        .getFilename())
                .isEqualTo(attachment.name());
    }

    private static String date(Element time) {
        return OffsetDateTime.parse(time.attr("datetime")).toInstant().toString();
    }
}
