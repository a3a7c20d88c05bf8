package org.restante.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.restante.testing.ApplicationTest;
import org.restante.testing.MailServersUnderTest;
import org.restante.testing.Page;
import org.restante.testing.Person;
import org.restante.testing.Visitor;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What people choose for mail on a POP3 server, and what they see of it, by forms alone. */
@ApplicationTest
class MaildropTest {

    private static final String CHOICES = "/settings/maildrop";

    @LocalServerPort
    private int port;

    private Person person;
    private Visitor visitor;

    @BeforeEach
    void sign_in() throws Exception {
        person =
                Person.at(MailServersUnderTest.POP3).withMessage("INBOX", "One").withMessage("INBOX", "Two");
        visitor = person.signedInAt(port);
        visitor.get("/mail/INBOX");
    }

    private Page choose(Map<String, String> typed) {
        return visitor.submit(visitor.get(CHOICES).form("main form"), typed);
    }

    @Test
    void a_choice_is_kept_and_its_days_are_checked() {
        Page refused = choose(Map.of("policy", "DAYS", "days", "soon"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.document()
                        .select("#days[aria-invalid=true][aria-describedby=days-error]")
                        .val())
                .isEqualTo("soon");
        assertThat(refused.document().select("#days-error").text()).isNotEmpty();
        assertThat(choose(Map.of("policy", "DAYS", "days", "0")).status()).isEqualTo(400);
        assertThat(choose(Map.of("policy", "NONE"))
                        .document()
                        .select("#policy-error")
                        .text())
                .isNotEmpty();
        assertThat(visitor.get(CHOICES).document().select("input[value=KEEP]").hasAttr("checked"))
                .isTrue();

        Page saved = visitor.follow(choose(Map.of("policy", "DAYS", "days", "30")));
        assertThat(saved.document().select(".notice").text()).isNotEmpty();
        assertThat(saved.document().select("input[value=DAYS]").hasAttr("checked"))
                .isTrue();
        assertThat(saved.document().select("#days").val()).isEqualTo("30");
    }

    @Test
    void the_last_look_is_shown_and_what_lies_where() {
        assertThat(visitor.get("/mail/INBOX")
                        .document()
                        .select(".list-checked[data-every=60]")
                        .text())
                .startsWith("Last checked:");
        assertThat(visitor.get(CHOICES).document().select("main").text())
                .contains("Last checked:", "Messages on the server: 2.", "Storage used: ", "backups");
        assertThat(visitor.get("/settings").document().select("main a[href=/settings/maildrop]"))
                .hasSize(1);
        Page help = visitor.get("/help/protocols");
        assertThat(help.document().select("main dt")).hasSize(4);
        assertThat(help.document().select("main").text()).contains("read over POP3");
    }

    @Test
    void accounts_over_imap_have_no_such_choice() {
        Visitor other = Person.at(MailServersUnderTest.WHOLE).signedInAt(port);

        assertThat(other.get(CHOICES).status()).isEqualTo(404);
        assertThat(other.get("/settings").document().select("a[href=/settings/maildrop]"))
                .isEmpty();
        assertThat(other.get("/mail/INBOX").document().select(".list-checked")).isEmpty();
        assertThat(other.get("/help/protocols").document().select("main").text())
                .contains("read over IMAP");
    }

    @Test
    void removing_what_was_read_is_offered_only_where_the_operator_allows_it() {
        Visitor other = Person.at(MailServersUnderTest.POP3_KEPT).signedInAt(port);
        Page page = other.get(CHOICES);

        assertThat(page.document().select("input[value=REMOVE]")).isEmpty();
        assertThat(other.submit(page.form("main form"), Map.of("policy", "REMOVE"))
                        .status())
                .isEqualTo(400);
        assertThat(visitor.get(CHOICES).document().select("input[value=REMOVE]"))
                .hasSize(1);
        assertThat(choose(Map.of("policy", "REMOVE")).status()).isEqualTo(303);
    }

    @Test
    void before_a_purge_one_sees_what_the_server_loses_and_afterwards_can_take_it_back() {
        choose(Map.of("policy", "UNTIL_DELETED"));
        Page list = visitor.get("/mail/INBOX");
        String ref = list.document().select("[data-ref]").first().attr("data-ref");
        Page question = visitor.submit(list.form("form.messages"), "/mail/INBOX/destroy", Map.of("ref", ref));
        assertThat(question.document().select("main").text()).contains("also on the mail server");

        Page done = visitor.follow(visitor.submit(question.form("main form"), Map.of("sure", "true")));
        assertThat(done.document().select("[data-ref]")).hasSize(1);
        visitor.follow(visitor.submit(done.form("form.undo"), Map.of()));
        assertThat(visitor.get("/mail/INBOX").document().select("[data-ref]")).hasSize(2);
        assertThat(visitor.get("/mail/INBOX").document().select(".row.deleted")).isEmpty();
    }
}
