package org.restante.folder;

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

/** Making, renaming and removing folders on their pages. */
@ApplicationTest
class FolderPagesTest {

    @LocalServerPort
    private int port;

    private final Person person = Person.at(WHOLE);
    private Visitor visitor;

    @BeforeEach
    void signIn() throws IOException {
        person.withMessage("INBOX", "One").withMailbox("Work");
        visitor = person.signedInAt(port);
    }

    @Test
    void makes_a_folder_inside_another() throws IOException {
        Page page = visitor.follow(create("Plans & \"more\"", "Work"));

        assertThat(page.document().select(".notice").text()).isEqualTo("Created: Plans & \"more\".");
        assertThat(page.document().select("a.folder .folder-label").eachText()).contains("Work", "Plans & \"more\"");
        assertThat(mailboxes()).anyMatch(line -> line.contains("Work.Plans &- "));
    }

    @Test
    void says_what_is_wrong_with_a_name_beside_it_and_keeps_what_was_typed() {
        for (String name : List.of("", "a.b", "x\r\nA2 DELETE INBOX", "\u0007")) {
            Page page = create(name, "");
            assertThat(page.status()).as(name).isEqualTo(400);
            assertThat(page.document().select(".field-error").text()).startsWith("This name cannot be used here.");
        }
        Page taken = create("Work", "");
        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.document().select("#folder-name").val()).isEqualTo("Work");
        assertThat(taken.document().select(".field-error").text()).startsWith("There is a folder of this name");
    }

    @Test
    void renames_and_moves_a_folder() throws IOException {
        person.withMailbox("Home").withMessage("Home", "Two");
        Page edit = visitor.get("/folders/Home");
        assertThat(edit.document().select("option").eachText()).contains("Work").doesNotContain("Home");

        Page page =
                visitor.follow(visitor.submit(edit.form("form.folder-form"), Map.of("name", "Haus", "inside", "Work")));

        assertThat(page.document().select(".notice").text()).isEqualTo("Saved: Haus.");
        assertThat(visitor.get("/mail/Work:Haus").refs()).hasSize(1);
        assertThat(visitor.get("/mail/Home").status()).isEqualTo(404);
    }

    @Test
    void removes_a_folder_once_the_person_knows_what_goes_with_it() throws IOException {
        person.withMailbox("Work.Plans").withMessage("Work.Plans", "Two").withMessage("Work", "Three");
        Page question = visitor.submit(visitor.get("/folders/Work").form("form[action$=delete]"), Map.of());
        assertThat(question.heading())
                .isEqualTo("Delete the folder Work for good, with all that is in it? Folders: 2. Messages: 2.");
        assertThat(visitor.get("/mail/Work:Plans").refs()).hasSize(1);

        Page page = visitor.follow(visitor.submit(question.form(".question form"), Map.of("sure", "true")));

        assertThat(page.document().select(".notice").text()).isEqualTo("Deleted: Work.");
        assertThat(mailboxes()).noneMatch(line -> line.contains("Work"));
    }

    @Test
    void folders_with_a_role_stay() throws IOException {
        person.withMailbox("Trash");
        assertThat(visitor.get("/folders/INBOX").status()).isEqualTo(403);
        assertThat(visitor.get("/folders/Trash").status()).isEqualTo(403);
        assertThat(visitor.submit(
                                visitor.get("/folders").form("form.folder-form"),
                                "/folders/INBOX/delete",
                                Map.of("sure", "true"))
                        .status())
                .isEqualTo(403);
        assertThat(visitor.get("/mail/INBOX").refs()).hasSize(1);
    }

    @Test
    void a_favourite_stays_one_under_its_new_name_and_is_none_once_it_is_gone() throws IOException {
        person.withMailbox("Keep").withMailbox("Keep.Here");
        visitor.submit(
                visitor.get("/folders/Keep:Here/settings").form("form.folder-form"), Map.of("favourite", "true"));

        Page renamed = visitor.follow(
                visitor.submit(visitor.get("/folders/Keep").form("form.folder-form"), Map.of("name", "Kept")));
        assertThat(renamed.document().select(".favourites [data-folder]").eachAttr("data-folder"))
                .containsExactly("Kept:Here");

        Page gone = visitor.follow(
                visitor.submit(visitor.get("/folders/Kept").form("form[action$=delete]"), Map.of("sure", "true")));
        assertThat(gone.document().select(".favourites")).isEmpty();
        person.withMailbox("Kept.Here");
        assertThat(visitor.get("/folders").document().select(".favourites")).isEmpty();
    }

    @Test
    void a_folder_gets_a_role_and_is_a_favourite() throws IOException {
        person.withMailbox("Keep.Here").withMessage("INBOX", "One");
        Page settings = visitor.get("/folders/Keep:Here/settings");

        Page page = visitor.follow(
                visitor.submit(settings.form("form.folder-form"), Map.of("role", "ARCHIVE", "favourite", "true")));

        assertThat(page.document().select(".favourites .folder-label").eachText())
                .containsExactly("Here");
        assertThat(page.document().select("[data-folder='Keep:Here']").attr("data-role"))
                .isEqualTo("archive");
        Page list = visitor.get("/mail/INBOX");
        int before = list.refs().size();
        visitor.submit(
                list.form("form.messages"),
                "/mail/INBOX/archive",
                Map.of("ref", list.refs().get(0)));
        assertThat(visitor.get("/mail/Keep:Here").refs()).hasSize(1);
        assertThat(visitor.get("/mail/INBOX").refs()).hasSize(before - 1);
        assertThat(visitor.get("/folders/INBOX/settings").document().select("[name=role]"))
                .isEmpty();
    }

    @Test
    void remembers_which_folders_are_closed() throws IOException {
        person.withMailbox("Deep.Inside");
        Page page = visitor.get("/folders");
        assertThat(page.document().select(".inner-folders[open]")).isNotEmpty();
        visitor.submit(page.form("form.folder-form"), "/folders/Deep/closed", Map.of("closed", "true"));
        assertThat(visitor.get("/folders").document().select("li:has(> [data-folder=Deep]) > .inner-folders[open]"))
                .isEmpty();
    }

    private Page create(String name, String inside) {
        return visitor.submit(visitor.get("/folders").form("form.folder-form"), Map.of("name", name, "inside", inside));
    }

    private List<String> mailboxes() throws IOException {
        try (var mail = person.mail()) {
            return mail.command("LIST \"\" \"*\"");
        }
    }
}
