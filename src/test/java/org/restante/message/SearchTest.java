package org.restante.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.restante.testing.MailServersUnderTest.WHOLE;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.restante.testing.ApplicationTest;
import org.restante.testing.Page;
import org.restante.testing.Person;
import org.restante.testing.Visitor;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Looking for messages, without scripts. */
@ApplicationTest
class SearchTest {

    @LocalServerPort
    private int port;

    private final Person person = Person.at(WHOLE);
    private Visitor visitor;

    @BeforeEach
    void signIn() throws IOException {
        person.withMessage("INBOX", "Report one")
                .withMessage("INBOX", "Invoice")
                .withMailbox("Work")
                .withMessage("Work", "Report two")
                .withMailbox("Trash")
                .withMessage("Trash", "Report three");
        visitor = person.signedInAt(port);
    }

    private Page search(String query) {
        return visitor.get("/search?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
    }

    /** Where the machine is slow, there is a page for each folder. */
    private List<Page> pages(Page first) {
        List<Page> pages = new ArrayList<>(List.of(first));
        for (Element next = next(first); next != null; next = next(pages.get(pages.size() - 1))) {
            pages.add(visitor.get(next.attr("href")));
        }
        return pages;
    }

    private static Element next(Page page) {
        return page.document().selectFirst("[rel=next]");
    }

    private List<String> texts(Page first, String selector) {
        return pages(first).stream()
                .flatMap(page -> page.document().select(selector).eachText().stream())
                .toList();
    }

    private List<String> subjects(Page first) {
        return texts(first, ".row-subject");
    }

    @Test
    void finds_in_all_folders_but_the_trash_unless_it_is_told_to() {
        assertThat(subjects(search("subject:report"))).containsExactly("Report one", "Report two");
        assertThat(subjects(search("subject:report in:anywhere")))
                .containsExactlyInAnyOrder("Report one", "Report two", "Report three");
        assertThat(subjects(search("report in:work"))).containsExactly("Report two");
        assertThat(texts(search("subject:report"), ".day")).containsExactly("Inbox", "Work");
    }

    @Test
    void searches_one_folder_by_its_own_address() {
        Page page = visitor.open("/mail/Work?q=report");

        assertThat(subjects(page)).containsExactly("Report two");
        assertThat(page.document().select(".chip strong").eachText()).containsExactly("report", "Work");
    }

    @Test
    void shows_how_it_was_understood_and_leaves_parts_out() {
        Page page = search("from:anna -subject:invoice");

        assertThat(subjects(page)).containsExactly("Report one", "Report two");
        assertThat(page.document().select(".chip").eachText())
                .containsExactly("From anna ×Leave out: anna", "not Subject invoice ×Leave out: invoice");
        Page without = visitor.get(page.document().select(".chip-out").get(1).attr("href"));
        assertThat(subjects(without)).hasSize(3);
    }

    @Test
    void says_what_it_does_not_understand_and_keeps_what_was_typed() {
        Page page = search("before:soon \"x\"");

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.document().select("#q").val()).isEqualTo("before:soon \"x\"");
        assertThat(page.document().select("#q-mistake").text()).startsWith("“soon” is not a date.");
        assertThat(search("in:nowhere x").document().select("#q-mistake").text())
                .isEqualTo("There is no folder “nowhere”.");
        assertThat(search("zzz").document().select("#list .empty").text()).isEqualTo("Nothing was found.");
        assertThat(search("").status()).isEqualTo(200);
    }

    @Test
    void opens_what_it_found() {
        String link = pages(search("subject:two in:work"))
                .get(0)
                .document()
                .select(".row-link")
                .attr("href");

        assertThat(visitor.get(link).heading()).contains("Report two");
    }

    @Test
    void acts_on_messages_of_several_folders() throws IOException {
        Page found = search("subject:report");
        List<String> refs =
                pages(found).stream().flatMap(page -> page.refs().stream()).toList();

        Page after = visitor.follow(visitor.post(
                "/search/archive",
                List.of(
                        Map.entry(
                                "_csrf",
                                found.form("form.messages")
                                        .select("[name=_csrf]")
                                        .val()),
                        Map.entry("q", "subject:report"),
                        Map.entry("ref", refs.get(0)),
                        Map.entry("ref", refs.get(1)))));

        assertThat(after.document().select(".done-text").text()).isEqualTo("Moved to Archive: 2 messages.");
        assertThat(texts(after, ".day")).containsExactly("Archive");
        String archived =
                pages(visitor.get("/search?q=in:archive")).get(0).refs().get(0);
        Page flagged = visitor.follow(visitor.submit(
                after.form("form.messages"),
                "/search/flag",
                Map.of("ref", after.refs().get(0))));
        assertThat(texts(flagged, ".row.flagged")).hasSize(1);
        assertThat(flagged.form("form.undo").attr("action")).startsWith("/undo/");
    }

    @Test
    void the_form_with_many_fields_asks_the_same() {
        Page page = visitor.open("/search?form=1&words=&from=anna&to=&subject=report+two&after=2026-11-01&in=Work");

        assertThat(page.document().select("#q").val())
                .isEqualTo("from:anna subject:\"report two\" after:2026-11-01 in:Work");
        assertThat(subjects(page)).containsExactly("Report two");
    }

    @Test
    void keeps_searches_beside_the_folders_until_they_are_removed() {
        Page page = search("subject:report");
        Page kept = visitor.follow(visitor.submit(page.form(".search-keep form"), Map.of("name", "<b>Reports</b>")));

        assertThat(kept.document().select(".saved-searches a").text()).isEqualTo("<b>Reports</b>");
        assertThat(visitor.get("/mail/INBOX")
                        .document()
                        .select(".saved-searches a")
                        .attr("href"))
                .isEqualTo("/search?q=subject:report");

        Page removed = visitor.follow(visitor.submit(kept.form(".search-keep form"), Map.of()));
        assertThat(removed.document().select(".saved-searches a")).isEmpty();
    }

    @Test
    void remembers_what_was_looked_for_last_until_it_is_told_to_forget() {
        for (String query : List.of("one", "two", "one")) {
            Page found = visitor.submit(visitor.get("/mail/INBOX").form(".masthead-search"), Map.of("q", query));
            assertThat(found.header("Location")).isEqualTo("/search?q=" + query);
        }
        Page page = visitor.get("/search");
        assertThat(page.document().select(".search-recent li").eachText()).containsExactly("one", "two");

        Page after = visitor.follow(visitor.submit(page.form(".search-recent form"), Map.of()));
        assertThat(after.document().select(".search-recent li")).isEmpty();
    }

    @Test
    void goes_on_where_it_stopped() throws IOException {
        for (int i = 0; i < 60; i++) {
            person.withMessage("Work", "Many " + i);
        }
        Page first = search("subject:many in:work");
        Page second = visitor.get(first.document().select("[rel=next]").attr("href"));

        assertThat(subjects(first))
                .hasSize(60)
                .startsWith("Many 59")
                .endsWith("Many 0")
                .doesNotHaveDuplicates();
        assertThat(first.document().select(".row-subject")).hasSize(50);
        assertThat(second.document().select(".row-subject")).hasSize(10);
        Page all = visitor.follow(visitor.submit(first.form("form.messages"), "/search/seen", Map.of("all", "true")));
        assertThat(all.document().select(".done-text").text()).contains("60 messages");
        assertThat(visitor.get("/search?q=x&from=nonsense").status()).isEqualTo(400);
    }
}
