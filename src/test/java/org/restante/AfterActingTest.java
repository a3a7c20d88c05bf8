package org.restante;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.restante.testing.ApplicationTest;
import org.restante.testing.MailServersUnderTest;
import org.restante.testing.Page;
import org.restante.testing.Person;
import org.restante.testing.Visitor;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Where people are after an act that ended the reading of the open message; without scripts. */
@ApplicationTest
class AfterActingTest {

    @LocalServerPort
    private int port;

    private Visitor visitor;
    private List<String> newestFirst;

    @BeforeEach
    void sign_in() throws IOException {
        Person person = Person.at(MailServersUnderTest.WHOLE);
        for (int number = 1; number <= 27; number++) {
            person.withMessage("INBOX", "Letter " + number);
        }
        visitor = person.signedInAt(port);
        choose("pageSize", "25");
        newestFirst = new java.util.ArrayList<>(visitor.get("/mail/INBOX").refs());
        newestFirst.addAll(visitor.get("/mail/INBOX?page=2").refs());
    }

    private void choose(String setting, String value) {
        visitor.submit(visitor.get("/settings").form("main form"), Map.of(setting, value));
    }

    /** Opens the message that is so many below the newest, and marks it as unread; returns the page that leads to. */
    private Page markedUnread(int at) {
        String address = "/mail/INBOX/" + newestFirst.get(at) + (at < 25 ? "" : "?page=2");
        FormElement form = visitor.get(address).form(".message-bar form");
        return visitor.follow(visitor.submit(form, Map.of()));
    }

    @Test
    void is_the_list_unless_they_chose_otherwise() {
        Page page = markedUnread(3);

        assertThat(page.heading()).isEqualTo("Inbox");
        assertThat(page.document().select("main [role=status]").text()).isEqualTo("1 message is marked as unread.");
    }

    @Test
    void is_the_next_message_which_says_what_was_done() {
        choose("after", "next");

        Page page = markedUnread(24);

        assertThat(page.heading()).isEqualTo("Letter 2");
        assertThat(page.document().select("main [role=status]").text()).isEqualTo("1 message is marked as unread.");
        assertThat(visitor.get("/mail/INBOX")
                        .document()
                        .select(".unread .row-subject")
                        .eachText())
                .contains("Letter 3");
        assertThat(markedUnread(26).heading()).as("after the last one").isEqualTo("Inbox");
    }

    @Test
    void is_the_message_before() {
        choose("after", "previous");

        assertThat(markedUnread(4).heading()).isEqualTo("Letter 24");
        assertThat(markedUnread(25).heading()).as("on the page before").isEqualTo("Letter 3");
        assertThat(markedUnread(0).heading()).as("after the first one").isEqualTo("Inbox");
    }

    @Test
    void is_the_list_where_the_act_was_done_there() {
        choose("after", "next");

        Page page = visitor.follow(visitor.submit(
                visitor.get("/mail/INBOX").form("form.messages"),
                "/mail/INBOX/unseen",
                Map.of("ref", newestFirst.get(1))));

        assertThat(page.heading()).isEqualTo("Inbox");
    }
}
