package org.restante;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.restante.testing.DovecotApplicationTest;
import org.restante.testing.DovecotUnderTest;
import org.restante.testing.Page;
import org.restante.testing.Person;

/** The same on a server that keeps a deleted folder open for those who have it selected, and numbers a new one of its name anew. */
@DovecotApplicationTest
class FolderChangedOnDovecotIT extends FolderChangedTest {

    private static int count;

    @Override
    Person newPerson() {
        return DovecotUnderTest.person("changing" + ++count, DovecotUnderTest.DOVECOT);
    }

    @Test
    void a_folder_made_anew_is_not_the_old_one() throws IOException {
        Page list = visitor.get("/mail/Work");
        String message = "/mail/Work/" + list.refs().get(0);
        command("DELETE Work", "CREATE Work");
        person.withMessage("Work", "Other").withMessage("Work", "Others").withMessage("Work", "Another");
        List<String> before = person.mailState();
        String token = signInAgain();

        for (String address : List.of(message, message + "/body", message + "/parts/1", message + "/source")) {
            assertProblem(visitor.get(address), 409, "This folder has changed");
        }
        for (String action : List.of("flag", "unflag", "seen", "unseen")) {
            Page answer = visitor.post(
                    "/mail/Work/" + action,
                    List.of(
                            Map.entry("_csrf", token),
                            Map.entry("ref", list.refs().get(0))));
            assertProblem(answer, 409, "This folder has changed");
        }
        assertThat(person.mailState()).isEqualTo(before);
        assertThat(visitor.get("/mail/Work").refs()).hasSize(3);
    }

    /** Ends the connection that has the deleted folder selected, since there this server answers from what it remembers. */
    private String signInAgain() {
        visitor.submit(visitor.get("/devices").form("form.sign-out"), Map.of());
        visitor.signedIn(person.address(), person.password());
        return visitor.get("/devices").document().select("[name=_csrf]").val();
    }
}
