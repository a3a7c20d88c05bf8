package org.restante;

import static org.assertj.core.api.Assertions.assertThat;
import static org.restante.testing.MailServersUnderTest.PROXIED;
import static org.restante.testing.MailServersUnderTest.proxy;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.restante.mailstore.MailboxName;
import org.restante.testing.ApplicationTest;
import org.restante.testing.Corpora;
import org.restante.testing.Page;
import org.restante.testing.Person;
import org.restante.testing.Visitor;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What people type and addresses hold never becomes a command to the mail server, or a way to another site. */
@ApplicationTest
class InjectionTest {

    private static final List<String> COMMANDS = List.of(
            "\"",
            "\\",
            "x\" \"y",
            "{5}",
            "{5+}\r\nA2 LOGOUT",
            "x\r\nA2 DELETE INBOX",
            "x\nA2 DELETE INBOX",
            "\"\r\nA2 EXPUNGE",
            "é{3+}",
            "😀",
            "\0",
            "*",
            "%",
            "(",
            "[",
            "&AOk-",
            "~{5}",
            "\u560d\u560aA2 LOGOUT");
    private static final List<String> ELSEWHERE = List.of(
            "//evil.test",
            "https://evil.test",
            "https:///evil.test",
            "/\\evil.test",
            "\\\\evil.test",
            "/\t/evil.test",
            "/;//evil.test",
            "//evil.test%2f@mail.example",
            "javascript:alert(1)",
            "/%09/evil.test",
            "/x\r\nLocation: //evil.test");

    @LocalServerPort
    private int port;

    private final Person person = Person.at(PROXIED);

    @Test
    void user_names_and_passwords_stay_what_they_are() throws IOException {
        for (String input : inputs("imap-injection", COMMANDS)) {
            signInWith(Map.of("username", input, "password", "secret"));
            signInWith(Map.of("username", person.address(), "password", input));
        }
        assertThat(person.signedInAt(port).get("/mail/INBOX").status()).isEqualTo(200);
    }

    private void signInWith(Map<String, String> typed) {
        proxy().recording().clear();
        Visitor visitor = new Visitor(port);
        var form = visitor.get("/login").form("form.sign-in");
        Page answer = visitor.submit(
                form,
                Map.of("server", "proxied", "username", typed.get("username"), "password", typed.get("password")));
        assertThat(answer.status()).as("%s", typed).isIn(400, 401);
        assertOnlyOurCommands(typed.toString());
    }

    @Test
    void folder_names_stay_what_they_are() throws IOException {
        Visitor visitor = person.withMessage("INBOX", "One").signedInAt(port);
        for (String input : inputs("imap-injection", COMMANDS)) {
            proxy().recording().clear();
            assertThat(visitor.get("/mail/x" + escaped(input)).status())
                    .as(input)
                    .isEqualTo(404);
            assertOnlyOurCommands(input);
            assertThat(visitor.get("/mail/INBOX").refs()).as("after " + input).hasSize(1);
        }
    }

    @Test
    void names_of_new_folders_and_targets_stay_what_they_are() throws IOException {
        Visitor visitor = person.withMessage("INBOX", "One").withMailbox("Old").signedInAt(port);
        String from = "Old";
        for (String input : inputs("imap-injection", COMMANDS)) {
            proxy().recording().clear();
            Page created = visitor.submit(visitor.get("/folders").form("form.folder-form"), Map.of("name", input));
            assertThat(created.status()).as(input).isIn(303, 400, 409);
            Page renamed = visitor.submit(
                    visitor.get("/folders/" + from).form("form.folder-form"), Map.of("name", "y" + input));
            assertThat(renamed.status()).as(input).isIn(303, 400, 409);
            from = renamed.status() == 303 ? address("y" + input.strip()) : from;
            Page moved = visitor.submit(
                    visitor.get("/mail/INBOX").form("form.messages"),
                    "/mail/INBOX/move",
                    Map.of("ref", visitor.get("/mail/INBOX").refs().get(0), "to", address("x" + input)));
            assertThat(moved.status()).as(input).isIn(400, 404);
            assertOnlyOurCommands(input);
            assertThat(visitor.get("/mail/INBOX").refs()).as("after " + input).hasSize(1);
        }
    }

    @Test
    void what_is_looked_for_stays_what_it_is() throws IOException {
        Visitor visitor = person.withMessage("INBOX", "One").signedInAt(port);
        for (String input : inputs("imap-injection", COMMANDS)) {
            for (String query : List.of(input, "subject:\"" + input + "\"", "from:" + input)) {
                proxy().recording().clear();
                Page found = visitor.get("/search?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
                assertThat(found.status()).as(query).isIn(200, 400);
                assertOnlyOurCommands(query);
                assertThat(visitor.get("/mail/INBOX").refs())
                        .as("after " + query)
                        .hasSize(1);
            }
        }
    }

    private static String address(String name) {
        try {
            return MailboxName.of(name).toAddress();
        } catch (IllegalArgumentException e) {
            return escaped(name);
        }
    }

    /** All octets escaped, whether an address needs it or not. */
    private static String escaped(String name) {
        StringBuilder address = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            address.append("~%02x".formatted(b & 0xFF));
        }
        return address.toString();
    }

    private static void assertOnlyOurCommands(String input) {
        assertThat(proxy().recording().sent().lines()).as(input).noneMatch(line -> line.startsWith("A2 "));
        assertThat(proxy().recording().sent().toUpperCase(java.util.Locale.ROOT))
                .doesNotContain("\nA2 ", "DELETE INBOX\r\n", "EXPUNGE\r\n");
    }

    @Test
    void after_signing_in_people_stay_here() throws IOException {
        for (String next : inputs("open-redirect", ELSEWHERE)) {
            Visitor visitor = new Visitor(port);
            var form = visitor.get("/login").form("form.sign-in");
            Page answer = visitor.submit(
                    form, Map.of("username", person.address(), "password", person.password(), "next", next));
            URI origin = URI.create("http://127.0.0.1:" + port + "/");

            assertThat(answer.status()).isEqualTo(303);
            assertThat(answer.header("Location")).as(next).startsWith("/").doesNotContain("\\", "\t");
            assertThat(origin.resolve(answer.header("Location")).getAuthority())
                    .as(next)
                    .isEqualTo(origin.getAuthority());
        }
    }

    private static List<String> inputs(String kind, List<String> ours) throws IOException {
        return Stream.concat(ours.stream(), Corpora.inputs(kind)).distinct().toList();
    }
}
