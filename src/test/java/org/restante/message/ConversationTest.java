package org.restante.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.restante.testing.MailServersUnderTest.WHOLE;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.restante.testing.ApplicationTest;
import org.restante.testing.Page;
import org.restante.testing.Person;
import org.restante.testing.Visitor;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A whole conversation on one page, without scripts. */
@ApplicationTest
class ConversationTest {

    @LocalServerPort
    private int port;

    private final Person person = Person.at(WHOLE);
    private Visitor visitor;

    @BeforeEach
    void signIn() throws IOException {
        visitor = person.withMailbox("Sent")
                .withMailbox("Archive")
                .withSource("INBOX", source("Anna", "<a@x>", "", "<b>Plan</b>", 1))
                .withSource("INBOX", source("Carl", "<c@x>", "", "Something else", 2))
                .withSource("Sent", source("Me", "<b@x>", "<a@x>", "Re: <b>Plan</b>", 3))
                .withSource("INBOX", source("Anna", "<d@x>", "<a@x> <b@x>", "Re: <b>Plan</b>", 4))
                .signedInAt(port);
    }

    private static String source(String from, String id, String references, String subject, int day) {
        return "From: %s <p@sender.example>\nTo: <i>You</i> <you@here.example>\nMessage-ID: %s\n%sSubject: %s\nDate: Mon, %d Jun 2026 10:00:00 +0000\n\nText\n"
                .formatted(from, id, references.isEmpty() ? "" : "References: " + references + "\n", subject, day);
    }

    private Page conversation() {
        Page list = visitor.get("/mail/INBOX");
        Page message = visitor.get("/mail/INBOX/" + list.refs().get(0));
        return visitor.get(
                message.document().select("a:contains(Whole conversation)").attr("href"));
    }

    @Test
    void shows_what_was_received_and_sent_as_it_was_said() {
        Page page = conversation();

        assertThat(page.document().select(".conversation-who").eachText()).containsExactly("Anna", "Me", "Anna");
        assertThat(page.document().select("summary .badge").eachText()).containsExactly("Sent");
        assertThat(page.document().select("h1").text()).isEqualTo("<b>Plan</b>");
        assertThat(page.document().select("details[open]")).isNotEmpty();
        assertThat(page.document().select("iframe.body").eachAttr("src"))
                .hasSize(3)
                .allMatch(address -> visitor.get(address).status() == 200);
    }

    @Test
    void is_acted_on_as_a_whole() {
        Page page = conversation();
        Page after = visitor.follow(visitor.submit(page.form("main form"), "/mail/INBOX/archive", Map.of()));

        assertThat(after.document().select(".done-text").text()).contains("2");
        assertThat(after.document().select(".row-subject").eachText()).isEqualTo(List.of("Something else"));
    }

    @Test
    void is_no_longer_there_when_its_message_is_not() {
        Page list = visitor.get("/mail/INBOX");
        String validity = list.refs().get(0).split("-")[0];

        assertThat(visitor.get("/mail/INBOX/" + validity + "-4000000/conversation")
                        .status())
                .isEqualTo(410);
    }
}
