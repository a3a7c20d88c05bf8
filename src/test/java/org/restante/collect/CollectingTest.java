package org.restante.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.restante.testing.ApplicationTest;
import org.restante.testing.MailServersUnderTest;
import org.restante.testing.Page;
import org.restante.testing.Person;
import org.restante.testing.Pop3Script;
import org.restante.testing.Pop3Script.Cut;
import org.restante.testing.Pop3Script.Quirk;
import org.restante.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Mail of other accounts is collected, once each, whatever breaks, by forms alone. */
@ApplicationTest
class CollectingTest {

    private static final String COLLECTING = "/settings/collecting";

    @LocalServerPort
    private int port;

    @Autowired
    private Collecting collecting;

    @Autowired
    private CollectionTable table;

    @Autowired
    private JdbcClient database;

    private final Pop3Script maildrop = new Pop3Script();
    private Person person;
    private Visitor visitor;

    @BeforeEach
    void sign_in() throws Exception {
        MailServersUnderTest.collectFrom(maildrop);
        use(MailServersUnderTest.WHOLE);
        maildrop.message("a", mail("One")).message("b", mail("Two")).message("c", "Subject: Three\n\nWithout an id\n");
    }

    @AfterEach
    void heal() {
        MailServersUnderTest.proxy().heal();
    }

    private void use(String domain) throws Exception {
        person = Person.at(domain).withMailbox("Elsewhere");
        visitor = person.signedInAt(port);
    }

    private static String mail(String subject) {
        return "From: a@sender.example\nSubject: %s\nMessage-ID: <%s@sender.example>\n\nText\n"
                .formatted(subject, UUID.randomUUID());
    }

    private Page add(Map<String, String> changed) {
        Map<String, String> typed = new HashMap<>(
                Map.of("host", "127.0.0.1", "login", "other@example.org", "password", "secret", "folder", "Elsewhere"));
        typed.putAll(changed);
        List<FormElement> forms =
                visitor.get(COLLECTING).document().select("main form").forms();
        return visitor.submit(forms.get(forms.size() - 1), typed);
    }

    private Page run() {
        FormElement form = visitor.get(COLLECTING).form("main form");
        return visitor.follow(
                visitor.submit(form, form.selectFirst("button[formaction$=run]").attr("formaction"), Map.of()));
    }

    private List<String> collected() {
        return visitor.get("/mail/Elsewhere").document().select(".row-subject").eachText();
    }

    @Test
    void new_mail_comes_once_and_stays_there_or_not() {
        assertThat(add(Map.of()).status()).isEqualTo(303);
        Page done = run();
        assertThat(done.document().select(".collection p").text()).contains("Collected: 3.");
        assertThat(collected()).containsExactlyInAnyOrder("One", "Two", "Three");
        assertThat(maildrop.names()).containsExactly("a", "b", "c");
        maildrop.message("d", mail("Four"));
        assertThat(run().document().select(".collection p").text()).contains("Collected: 1.");
        assertThat(collected()).containsExactlyInAnyOrder("One", "Two", "Three", "Four");

        FormElement form = visitor.get(COLLECTING).form("main form");
        visitor.submit(form, Map.of("removes", "true", "password", ""));
        run();
        assertThat(maildrop.names()).isEmpty();
        assertThat(collected()).hasSize(4);
    }

    @Test
    void what_is_wrong_is_said_beside_the_field_and_what_was_typed_stays() {
        Page refused = add(Map.of("host", "localhost"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.document().select("#new-host[aria-invalid=true]").val())
                .isEqualTo("localhost");
        assertThat(refused.document().select("#new-host-error").text()).isNotEmpty();
        assertThat(refused.document().select("#new-password").val()).isEmpty();
        assertThat(add(Map.of("password", "")).status()).isEqualTo(400);
        assertThat(add(Map.of("login", person.address()))
                        .document()
                        .select("#new-login-error")
                        .text())
                .contains("signed in to");
        assertThat(add(Map.of()).status()).isEqualTo(303);
        assertThat(add(Map.of()).document().select("#new-login-error").text()).contains("already");
        assertThat(visitor.get(COLLECTING).document().select(".collection")).hasSize(2);
    }

    @Test
    void a_problem_is_shown_where_it_is_solved() {
        add(Map.of());
        maildrop.with(Quirk.WRONG_PASSWORD);
        assertThat(run().document().select(".collection .error").text()).contains("does not accept");
        maildrop.without(Quirk.WRONG_PASSWORD).with(Quirk.NO_UIDL);
        assertThat(run().document().select(".collection .error").text()).contains("does not name");
        maildrop.without(Quirk.NO_UIDL);
        assertThat(run().document().select(".collection .error")).isEmpty();
        assertThat(collected()).hasSize(3);
    }

    @Test
    void what_was_collected_once_does_not_go_round() {
        add(Map.of());
        run();
        String ref = visitor.get("/mail/Elsewhere").refs().get(0);
        String source = visitor.get("/mail/Elsewhere/" + ref + "/source").text();
        maildrop.message("again", source.replace("\r\n", "\n"));

        Page page = run();
        assertThat(page.document().select(".collection li").eachText()).hasSize(1);
        assertThat(collected()).hasSize(3);
        assertThat(maildrop.names()).contains("again");
    }

    @ParameterizedTest
    @EnumSource(names = {"BEFORE", "HALF", "AFTER"})
    void the_other_server_breaks_at_every_command(Cut cut) throws Exception {
        add(Map.of("removes", "true"));
        int messages = 3;
        for (int point = 0; point < 40; point += 2) {
            var at = new AtomicInteger(point);
            maildrop.cutting(command -> at.getAndDecrement() == 0 ? cut : Cut.NOWHERE);
            run();
            boolean over = at.get() >= 0;
            maildrop.cutting(command -> Cut.NOWHERE);
            run();
            assertThat(collected()).doesNotHaveDuplicates().hasSize(messages);
            assertThat(maildrop.names()).isEmpty();
            if (over) {
                return;
            }
            maildrop.message("m" + messages, mail("Further " + messages++));
        }
    }

    @Test
    void ones_own_server_breaks_while_it_takes_a_message() throws Exception {
        use(MailServersUnderTest.PROXIED);
        add(Map.of("removes", "true"));
        int messages = 3;
        for (int cut = 100; cut < 2000; cut += 450) {
            FormElement form = visitor.get(COLLECTING).form("main form");
            String action = form.selectFirst("button[formaction$=run]").attr("formaction");
            MailServersUnderTest.proxy().cutAfter(cut);
            try {
                visitor.submit(form, action, Map.of());
            } finally {
                MailServersUnderTest.proxy().heal();
                MailServersUnderTest.proxy().closeConnections();
            }
            run();
            run();
            assertThat(collected()).doesNotHaveDuplicates().hasSize(messages);
            assertThat(maildrop.names()).isEmpty();
            maildrop.message("m" + messages, mail("Further " + messages++));
        }
    }

    @Test
    void with_consent_it_goes_on_while_nobody_is_there() {
        add(Map.of("standing", "true"));
        long account = database.sql("select id from account where login = :login")
                .param("login", person.address())
                .query(Long.class)
                .single();
        table.of(account).forEach(collecting::runStanding);

        assertThat(collected()).hasSize(3);
        assertThat(table.of(account).get(0).standing()).isNotNull();
        FormElement form = visitor.get(COLLECTING).form("main form");
        form.selectFirst("[name=standing]").removeAttr("checked");
        visitor.submit(form, Map.of("password", "secret"));
        assertThat(table.of(account).get(0).standing()).isNull();
        maildrop.message("d", mail("Four"));
        table.of(account).forEach(collecting::runStanding);
        assertThat(collected()).hasSize(3);
    }

    @Test
    void it_ends_when_the_person_says_so_and_is_nobody_elses() throws Exception {
        add(Map.of());
        FormElement form = visitor.get(COLLECTING).form("main form");
        String deletion = form.selectFirst("button[formaction$=deletion]").attr("formaction");
        Visitor other = Person.at(MailServersUnderTest.WHOLE).signedInAt(port);
        FormElement theirs = other.get(COLLECTING).form("main form");
        assertThat(other.submit(theirs, deletion.replace("deletion", "run"), Map.of())
                        .status())
                .isEqualTo(404);
        other.submit(theirs, deletion, Map.of());
        assertThat(visitor.get(COLLECTING).document().select(".collection")).hasSize(2);
        assertThat(visitor.get("/settings").document().select("form#collecting"))
                .hasSize(1);

        visitor.submit(form, deletion, Map.of());
        assertThat(visitor.get(COLLECTING).document().select(".collection")).hasSize(1);
        assertThat(visitor.get("/settings").document().select("form#collecting"))
                .isEmpty();
    }

    @Test
    void an_open_page_has_it_done() {
        add(Map.of());
        FormElement form = visitor.get("/settings").form("form#collecting");
        assertThat(visitor.submit(form, Map.of()).status()).isEqualTo(204);

        assertThat(collected()).hasSize(3);
    }
}
