package org.restante;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.restante.testing.ApplicationTest;
import org.restante.testing.MailServersUnderTest;
import org.restante.testing.Person;
import org.restante.testing.SampleMessages;
import org.restante.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Walks all addresses that the application answers, those included that come later. */
@ApplicationTest
class RouteTableTest {

    @LocalServerPort
    private int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    @Autowired
    private JdbcTemplate database;

    private final Person person = Person.at(MailServersUnderTest.WHOLE);
    private Visitor visitor;
    private String ref;
    private RouteTable routes;

    @BeforeEach
    void sign_in() throws IOException {
        person.withMessage("INBOX", "The one that is opened")
                .withSource("INBOX", SampleMessages.WITH_ALL_KINDS_OF_PARTS)
                .withMailbox("Work")
                .withMessage("Work", "Elsewhere");
        visitor = person.signedInAt(port);
        ref = visitor.get("/mail/INBOX").refs().get(0);
        routes = new RouteTable(
                mapping,
                Map.of(
                        "folder",
                        "INBOX",
                        "ref",
                        ref,
                        "part",
                        "2",
                        "file",
                        "none.js",
                        "signed",
                        "none",
                        "handle",
                        "0".repeat(32),
                        "id",
                        "1".repeat(32),
                        "attachment",
                        "2".repeat(32)));
    }

    @Test
    void no_get_but_opening_a_message_changes_anything() throws IOException {
        String opening = "/mail/INBOX/" + ref;
        assertThat(routes.addresses(RequestMethod.GET)).contains(opening, opening + "/body", "/login", "/devices");
        assertThat(changedBy(() -> routes.addresses(RequestMethod.GET).stream()
                        .filter(address -> !address.equals(opening))
                        .forEach(visitor::get)))
                .isEmpty();
    }

    @Test
    void opening_a_message_marks_it_as_seen_and_touches_no_other() throws IOException {
        String uid = ref.substring(ref.indexOf('-') + 1);
        assertThat(changedBy(() -> visitor.get("/mail/INBOX/" + ref)))
                .hasSize(2)
                .allMatch(line -> line.contains("INBOX: ") && line.contains("UID " + uid))
                .anyMatch(line -> line.contains("\\Seen"));
    }

    @Test
    void fetching_a_message_in_advance_changes_nothing() throws IOException {
        visitor.headers().put("Sec-Purpose", "prefetch;prerender");

        assertThat(changedBy(() -> visitor.get("/mail/INBOX/" + ref))).isEmpty();
    }

    @Test
    void every_post_needs_the_token_of_its_own_session() throws IOException {
        List<List<Map.Entry<String, String>>> forgeries =
                List.of(List.of(), token(""), token("0".repeat(96)), token(tokenOf(person.signedInAt(port))));
        assertThat(routes.addresses(RequestMethod.POST)).contains("/login", "/logout", "/mail/INBOX/flag");
        assertThat(changedBy(() -> routes.addresses(RequestMethod.POST)
                        .forEach(address -> forgeries.forEach(forgery -> assertRefused(address, forgery)))))
                .isEmpty();
        assertThat(visitor.get("/mail/INBOX").status()).as("still signed in").isEqualTo(200);
    }

    private void assertRefused(String address, List<Map.Entry<String, String>> forgery) {
        List<Map.Entry<String, String>> fields = new ArrayList<>(forgery);
        fields.add(Map.entry("ref", ref));
        fields.add(Map.entry("username", person.address()));
        fields.add(Map.entry("password", person.password()));
        assertThat(visitor.post(address, fields).status())
                .as("%s with %s", address, forgery)
                .isEqualTo(403);
    }

    private static String tokenOf(Visitor other) {
        return other.get("/mail/INBOX").document().select("input[name=_csrf]").val();
    }

    private static List<Map.Entry<String, String>> token(String value) {
        return List.of(Map.entry("_csrf", value));
    }

    /** Returns the lines by which mail and database differ afterwards. */
    private List<String> changedBy(Runnable request) throws IOException {
        List<String> before = state();
        request.run();
        List<String> after = state();
        List<String> differing = new ArrayList<>(after);
        differing.removeAll(before);
        before.stream()
                .filter(line -> !after.contains(line))
                .map("gone: "::concat)
                .forEach(differing::add);
        return differing;
    }

    private List<String> state() throws IOException {
        List<String> state = new ArrayList<>(person.mailState());
        state.addAll(database.queryForList("SCRIPT", String.class));
        return state;
    }
}
