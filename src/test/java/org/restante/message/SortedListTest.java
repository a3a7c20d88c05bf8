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

/** Putting a list in another order, without scripts. */
@ApplicationTest
class SortedListTest {

    @LocalServerPort
    private int port;

    private final Person person = Person.at(WHOLE);
    private Visitor visitor;

    @BeforeEach
    void signIn() throws IOException {
        person.withMessage("INBOX", "Pears").withMessage("INBOX", "Re: Apples").withMessage("INBOX", "Figs");
        visitor = person.signedInAt(port);
    }

    private static List<String> subjects(Page page) {
        return page.document().select(".row-subject").eachText();
    }

    @Test
    void is_put_in_order_and_turned_by_links() {
        Page list = visitor.get("/mail/INBOX");
        assertThat(list.document().select(".sorts a[aria-current]").text()).isEqualTo("Arrival");

        Page sorted =
                visitor.get(list.document().select(".sorts a:contains(Subject)").attr("href"));
        assertThat(subjects(sorted)).containsExactly("Re: Apples", "Figs", "Pears");
        assertThat(sorted.document().select(".sorts a[aria-current]").text()).isEqualTo("Subject");
        assertThat(sorted.document().select(".day")).isEmpty();

        Page turned = visitor.get(
                sorted.document().select(".sorts a:contains(other way)").attr("href"));
        assertThat(subjects(turned)).containsExactly("Pears", "Figs", "Re: Apples");
        Page back = visitor.get(
                turned.document().select(".sorts a:contains(Arrival)").attr("href"));
        assertThat(subjects(back)).containsExactly("Figs", "Re: Apples", "Pears");
        assertThat(subjects(visitor.get("/mail/INBOX?sort=-arrival"))).containsExactly("Pears", "Re: Apples", "Figs");
        assertThat(subjects(visitor.get("/mail/INBOX?sort=nonsense"))).isEqualTo(subjects(back));
    }

    @Test
    void keeps_its_order_when_it_is_filtered_and_acted_on() {
        Page sorted = visitor.get("/mail/INBOX?sort=subject");
        Page flagged = visitor.follow(visitor.submit(
                sorted.form("form.messages"),
                "/mail/INBOX/flag",
                Map.of("ref", sorted.refs().get(2))));
        assertThat(subjects(flagged)).containsExactly("Re: Apples", "Figs", "Pears");
        assertThat(subjects(visitor.get("/mail/INBOX?sort=flagged"))).containsExactly("Pears", "Figs", "Re: Apples");

        Page unread = visitor.get(
                flagged.document().select(".filter:contains(Unread)").attr("href"));
        assertThat(subjects(unread)).containsExactly("Re: Apples", "Figs", "Pears");
        assertThat(unread.document().select(".sorts a[aria-current]").text()).isEqualTo("Subject");
    }

    @Test
    void has_pages_in_its_order() throws IOException {
        for (int i = 0; i < 55; i++) {
            person.withMessage("INBOX", "Many %02d".formatted(i));
        }
        Page first = visitor.get("/mail/INBOX?sort=subject");
        Page second = visitor.get(first.document().select("[rel=next]").attr("href"));
        Page rolled = visitor.get(first.document().select(".rows").attr("data-next"));

        assertThat(subjects(first)).hasSize(50).startsWith("Re: Apples", "Figs", "Many 00");
        assertThat(subjects(second)).hasSize(8).startsWith("Many 48").endsWith("Pears");
        assertThat(subjects(rolled)).isEqualTo(subjects(second));
    }
}
