package org.restante.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.restante.testing.DovecotApplicationTest;
import org.restante.testing.DovecotUnderTest;
import org.restante.testing.Person;
import org.restante.testing.SampleMessages;
import org.restante.testing.Visitor;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Messages in messages are read by their parts; GreenMail does not give these out. */
@DovecotApplicationTest
class NestedMessageIT {

    private static final String BOUNDED = "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n";

    @LocalServerPort
    private int port;

    private final Person person = DovecotUnderTest.person("nested", DovecotUnderTest.DOVECOT);
    private Visitor visitor;

    private Document frame(String address) {
        return visitor.get(visitor.get(address).document().select("iframe.body").attr("src"))
                .document();
    }

    @Test
    void a_message_within_is_shown_in_place_with_its_attachments_and_opened_apart() throws IOException {
        visitor = person.signedInAt(port);
        person.withSource(
                "INBOX",
                BOUNDED + "--b\n\nouter words\n--b\nContent-Type: message/rfc822\n\n"
                        + SampleMessages.WITH_ALL_KINDS_OF_PARTS + "\n--b--\n");
        String address = "/mail/INBOX/" + visitor.get("/mail/INBOX").refs().get(0);
        Document frame = frame(address);
        assertThat(frame.body().text())
                .contains("outer words", "All kinds of parts", "Anna <anna@sender.example>", "Designed words");
        String inner = frame.select(".restante-message .restante-attachments a:contains(numbers.csv)")
                .attr("href");
        assertThat(visitor.get(inner).text()).isEqualToIgnoringWhitespace("1;2;3");

        String opened =
                visitor.get(address).document().select("a.attachment-opens").attr("href");
        Document page = visitor.get(opened).document();
        assertThat(page.select("h1").text()).isEqualTo("All kinds of parts");
        assertThat(page.select(".attachment-name").eachText()).contains("numbers.csv");
        assertThat(frame(opened).body().text()).isEqualTo("Designed words");
        assertThat(visitor.get(address + "/parts/1/message").status()).isEqualTo(404);
    }
}
