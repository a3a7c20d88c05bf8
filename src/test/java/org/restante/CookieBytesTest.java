package org.restante;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.Test;
import org.restante.testing.ApplicationTest;
import org.restante.testing.MailServersUnderTest;
import org.restante.testing.Page;
import org.restante.testing.Person;
import org.restante.testing.Visitor;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Changes each byte of each cookie and of each hidden field in turn. */
@ApplicationTest
class CookieBytesTest {

    private static final List<Integer> MASKS = List.of(1, 2, 8);

    @LocalServerPort
    private int port;

    private final Person person = Person.at(MailServersUnderTest.WHOLE);

    @Test
    void a_changed_session_cookie_is_nobodys() {
        Visitor visitor = person.signedInAt(port);
        String session = visitor.cookies().get("restante");
        for (int i = 0; i < session.length(); i++) {
            for (int mask : MASKS) {
                visitor.cookies().put("restante", changed(session, i, mask));
                Page answer = visitor.get("/mail/INBOX");
                assertThat(answer.isSignIn()).as(i + ": " + answer).isTrue();
            }
        }
        visitor.cookies().put("restante", session);
        assertThat(visitor.get("/mail/INBOX").status()).isEqualTo(200);
    }

    @Test
    void a_cookie_cut_lengthened_or_repeated_is_nobodys() {
        Visitor visitor = person.signedInAt(port);
        String session = visitor.cookies().get("restante");
        for (String other : List.of("", "x", session + "0", session + session, session.substring(1), "\"" + session)) {
            visitor.cookies().put("restante", other);
            assertThat(visitor.get("/mail/INBOX").isSignIn()).as(other).isTrue();
        }
    }

    @Test
    void the_other_cookies_sign_nobody_in_whatever_their_bytes() {
        Visitor visitor = person.signedInAt(port);
        visitor.cookies().remove("restante");
        visitor.get("/login");
        for (String name : List.copyOf(visitor.cookies().keySet())) {
            String value = visitor.cookies().get(name);
            for (int i = 0; i < value.length(); i++) {
                visitor.cookies().put(name, changed(value, i, 1));
                assertThat(visitor.get("/mail/INBOX").isSignIn()).isTrue();
                assertThat(visitor.get("/login").status()).isEqualTo(200);
            }
            visitor.cookies().put(name, value);
        }
    }

    @Test
    void a_changed_hidden_field_of_the_sign_in_page_signs_nobody_in_or_is_harmless() {
        Visitor visitor = new Visitor(port);
        FormElement form = visitor.get("/login?next=/mail/Work").form("form.sign-in");
        Map<String, String> typed = Map.of("username", person.address(), "password", "wrong");
        for (Element field : form.select("input[type=hidden]")) {
            assertEachChangeAnswered(visitor, form, field, typed, List.of(401, 403, 429));
        }
    }

    @Test
    void a_changed_hidden_field_of_a_page_is_refused_in_words_or_harmless() throws IOException {
        person.withMessage("INBOX", "One").withMessage("INBOX", "Two");
        Visitor visitor = person.signedInAt(port);
        String message = "/mail/INBOX/" + visitor.get("/mail/INBOX").refs().get(0);
        Set<String> tried = new HashSet<>();
        for (String address : List.of("/mail/INBOX", message, "/devices")) {
            for (FormElement form : visitor.get(address).forms()) {
                form.select("input[type=hidden]").stream()
                        .filter(field -> tried.add(fieldOf(form, field)))
                        .forEach(field -> assertEachChangeAnswered(
                                visitor, form, field, Map.of(), List.of(303, 400, 403, 404, 409, 410)));
            }
        }
        assertThat(visitor.get("/mail/INBOX").status()).as("still signed in").isEqualTo(200);
    }

    /** One token stands for all: they are alike, and each form's is proved elsewhere. */
    private static String fieldOf(FormElement form, Element field) {
        return field.attr("name").equals("_csrf") ? "_csrf" : form.attr("action") + field.attr("name");
    }

    private static void assertEachChangeAnswered(
            Visitor visitor, FormElement form, Element field, Map<String, String> others, List<Integer> allowed) {
        for (int i = 0; i < field.val().length(); i++) {
            Map<String, String> changes = new LinkedHashMap<>(others);
            changes.put(field.attr("name"), changed(field.val(), i, 1));
            Page answer = visitor.submit(form, changes);
            boolean token = field.attr("name").equals("_csrf");
            assertThat(answer.status()).as("%s with %s", answer, changes).isIn(token ? List.of(403) : allowed);
            assertThat(answer.header("Location")).doesNotContain("//");
        }
    }

    private static String changed(String text, int index, int mask) {
        StringBuilder changed = new StringBuilder(text);
        changed.setCharAt(index, (char) (text.charAt(index) ^ mask));
        return changed.toString();
    }
}
