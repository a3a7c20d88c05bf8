package org.restante;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.restante.testing.ApplicationTest;
import org.restante.testing.MailServersUnderTest;
import org.restante.testing.Page;
import org.restante.testing.Person;
import org.restante.testing.Visitor;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Another mail program changes things between two requests; never is another message shown or touched. */
@ApplicationTest
class FolderChangedTest {

    @LocalServerPort
    private int port;

    Person person;
    Visitor visitor;

    @BeforeEach
    void sign_in() throws IOException {
        person = newPerson()
                .withMailbox("Work")
                .withMessage("Work", "First")
                .withMessage("Work", "Second")
                .withMessage("Work", "Third");
        visitor = person.signedInAt(port);
    }

    Person newPerson() {
        return Person.at(MailServersUnderTest.WHOLE);
    }

    @Test
    void a_deleted_folder_is_gone() throws IOException {
        String message = "/mail/Work/" + visitor.get("/mail/Work").refs().get(0);
        command("DELETE Work");

        for (String address : List.of("/mail/Work", message, message + "/body", message + "/source")) {
            assertProblem(visitor.get(address), 404, "There is no such folder");
        }
    }

    @Test
    void an_expunged_message_is_gone() throws IOException {
        String message = "/mail/Work/" + visitor.get("/mail/Work").refs().get(1);
        command("SELECT Work", "STORE 2 +FLAGS (\\Deleted)", "EXPUNGE");

        for (String address : List.of(message, message + "/body", message + "/parts/1", message + "/source")) {
            assertProblem(visitor.get(address), 410, "This message is no longer there");
        }
    }

    @Test
    void what_is_left_of_a_selection_is_done_and_the_rest_is_said() throws IOException {
        Page list = visitor.get("/mail/Work");
        command("SELECT Work", "STORE 2 +FLAGS (\\Deleted)", "EXPUNGE");
        List<Map.Entry<String, String>> fields = new java.util.ArrayList<>(
                list.refs().stream().map(ref -> Map.entry("ref", ref)).toList());
        fields.add(Map.entry(
                "_csrf", list.document().select("form.messages [name=_csrf]").val()));

        Page answer = visitor.follow(visitor.post("/mail/Work/flag", fields));

        assertThat(answer.document().select("[role=status]").text())
                .contains("2 messages are flagged", "1 message is no longer there");
        assertThat(person.mailState())
                .filteredOn(line -> line.contains("\\Flagged"))
                .hasSize(2);
    }

    /** Does what another mail program does. */
    final void command(String... commands) throws IOException {
        try (var mail = person.mail()) {
            for (String command : commands) {
                mail.command(command);
            }
        }
    }

    static void assertProblem(Page page, int status, String heading) {
        assertThat(page.status()).as("%s", page).isEqualTo(status);
        assertThat(page.heading()).isEqualTo(heading);
        assertThat(page.text()).doesNotContain("Text of", "Exception", "\tat ");
    }
}
