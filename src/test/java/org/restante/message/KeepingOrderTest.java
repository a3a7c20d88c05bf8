package org.restante.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.restante.testing.MailServersUnderTest.WHOLE;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.restante.testing.ApplicationTest;
import org.restante.testing.Page;
import org.restante.testing.Person;
import org.restante.testing.Visitor;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Deleting, moving and taking it back, without scripts; another mail program looks at what came of it. */
@ApplicationTest
class KeepingOrderTest {

    @LocalServerPort
    private int port;

    private final Person person = Person.at(WHOLE);
    private Visitor visitor;

    @BeforeEach
    void signIn() throws IOException {
        person.withMessage("INBOX", "One").withMessage("INBOX", "Two").withMessage("INBOX", "Three");
        visitor = person.signedInAt(port);
    }

    @Test
    void deleting_moves_to_the_trash_and_undo_brings_back() throws IOException {
        person.withMailbox("Trash");

        Page list = act("trash", 0, 1);

        assertThat(notice(list)).isEqualTo("Moved to Trash: 2 messages. Undo");
        assertThat(subjects("INBOX")).containsExactly("One");
        assertThat(subjects("Trash")).containsExactlyInAnyOrder("Two", "Three");

        Page back = visitor.follow(visitor.submit(list.form("form.undo"), Map.of()));

        assertThat(notice(back)).isEqualTo("Undone: 2 messages.");
        assertThat(subjects("INBOX")).containsExactlyInAnyOrder("One", "Two", "Three");
        assertThat(subjects("Trash")).isEmpty();
        assertThat(notice(visitor.follow(visitor.submit(list.form("form.undo"), Map.of()))))
                .isEqualTo("It is too late to undo that.");
    }

    @Test
    void undo_belongs_to_the_session_that_acted() throws IOException {
        person.withMailbox("Trash");
        String undo = act("trash", 0).form("form.undo").attr("action");
        Visitor other = person.signedInAt(port);

        Page answer = other.submit(other.get("/mail/INBOX").form("form.messages"), undo, Map.of());

        assertThat(notice(other.follow(answer))).isEqualTo("It is too late to undo that.");
        assertThat(subjects("Trash")).hasSize(1);
    }

    @Test
    void without_a_trash_nothing_happens_before_the_person_says_so() throws IOException {
        Page question = act("trash", 0);

        assertThat(question.heading()).isEqualTo("There is no folder Trash yet. Create it?");
        assertThat(subjects("INBOX")).hasSize(3);

        Page list = visitor.follow(visitor.submit(question.form(".question form"), Map.of("create", "true")));

        assertThat(notice(list)).startsWith("Moved to Trash: 1 message.");
        assertThat(subjects("Trash")).containsExactly("Three");
    }

    @Test
    void in_the_trash_deleting_is_for_good_and_asks() throws IOException {
        person.withMailbox("Trash").withMessage("Trash", "Old").withMessage("Trash", "Older");
        Page trash = visitor.get("/mail/Trash");
        assertThat(trash.document().select(".list-acts [data-delete]").attr("data-act"))
                .isEqualTo("destroy");

        Page question = visitor.submit(
                trash.form("form.messages"),
                "/mail/Trash/destroy",
                Map.of("ref", trash.refs().get(0)));

        assertThat(question.heading()).isEqualTo("Delete for good: 1 message?");
        assertThat(subjects("Trash")).hasSize(2);
        Page list = visitor.follow(visitor.submit(question.form(".question form"), Map.of("sure", "true")));
        assertThat(notice(list)).isEqualTo("Deleted for good: 1 message.");
        assertThat(subjects("Trash")).containsExactly("Old");
    }

    @Test
    void emptying_the_trash_says_how_many_and_takes_those_alone() throws IOException {
        person.withMailbox("Trash").withMessage("Trash", "Old").withMessage("Trash", "Older");
        Page question = visitor.submit(visitor.get("/mail/Trash").form("form[action$=empty]"), Map.of());
        assertThat(question.heading()).isEqualTo("Delete for good all that is in Trash: 2 messages?");
        person.withMessage("Trash", "New");

        Page list = visitor.follow(answer(question));

        assertThat(notice(list)).isEqualTo("Deleted for good: 2 messages.");
        assertThat(subjects("Trash")).containsExactly("New");
    }

    @Test
    void what_is_marked_as_deleted_stays_until_it_is_purged() throws IOException {
        Page marked = act("mark-deleted", 0, 2);
        assertThat(notice(marked)).startsWith("Marked as deleted: 2 messages.");
        assertThat(marked.document().select(".row.deleted")).hasSize(2);
        assertThat(subjects("INBOX")).hasSize(3);
        act("undelete", 2);

        Page question = visitor.submit(visitor.get("/mail/INBOX").form("form[action$=purge]"), Map.of());
        assertThat(question.heading()).isEqualTo("Delete for good what is marked as deleted in Inbox: 1 message?");
        otherProgramMarks("One");
        Page list = visitor.follow(answer(question));

        assertThat(notice(list)).isEqualTo("Deleted for good: 1 message.");
        assertThat(subjects("INBOX")).containsExactlyInAnyOrder("One", "Two");
        assertThat(list.document().select(".row.deleted .row-subject").text()).isEqualTo("One");
    }

    @Test
    void the_settings_choose_how_messages_are_deleted_and_whether_they_show() throws IOException {
        Page settings = visitor.get("/settings");
        visitor.submit(settings.form("form[action$=settings]"), Map.of("deleting", "mark", "deleted", "hidden"));
        Page list = visitor.get("/mail/INBOX");
        assertThat(list.document().select(".list-acts [data-delete]").attr("data-act"))
                .isEqualTo("mark-deleted");

        Page after = act("mark-deleted", 0);

        assertThat(after.refs()).hasSize(2);
        assertThat(after.document().select(".list-offers").text())
                .contains("Hidden, since they are marked as deleted: 1");
        assertThat(visitor.get("/mail/INBOX?deleted=shown").refs()).hasSize(3);
    }

    @Test
    void moving_asks_for_the_folder_and_copying_can_be_undone() throws IOException {
        person.withMailbox("Work").withMailbox("Work.Plans &- more");
        Page question = act("move", 1);
        assertThat(question.heading()).isEqualTo("Move to which folder?");
        assertThat(question.document().select(".folder-choice").eachText()).contains("Work", "Work / Plans & more");

        Page moved = visitor.follow(
                visitor.submit(question.form(".question form"), Map.of("to", "Work:Plans~20~26~20more")));
        assertThat(notice(moved)).startsWith("Moved to Plans & more: 1 message.");
        assertThat(subjects("Work.Plans &- more")).containsExactly("Two");

        Page copied = visitor.follow(visitor.submit(act("copy", 0).form(".question form"), Map.of("to", "Work")));
        assertThat(subjects("Work")).containsExactly("Three");
        visitor.submit(copied.form("form.undo"), Map.of());
        assertThat(subjects("Work")).isEmpty();
        assertThat(subjects("INBOX")).containsExactlyInAnyOrder("One", "Three");
    }

    @Test
    void junk_goes_to_its_folder_and_comes_back() throws IOException {
        person.withMailbox("Junk").withMailbox("Archive");
        assertThat(notice(act("junk", 0))).startsWith("Moved to Junk: 1 message.");
        Page junk = visitor.get("/mail/Junk");
        visitor.submit(
                junk.form("form.messages"),
                "/mail/Junk/not-junk",
                Map.of("ref", junk.refs().get(0)));
        assertThat(subjects("INBOX")).hasSize(3);
        assertThat(notice(act("archive", 0, 1, 2))).startsWith("Moved to Archive: 3 messages.");
        assertThat(subjects("Archive")).hasSize(3);
    }

    @Test
    void after_the_open_message_leaves_the_next_one_opens_if_the_person_likes() throws IOException {
        person.withMailbox("Archive");
        visitor.submit(visitor.get("/settings").form("form[action$=settings]"), Map.of("after", "next"));
        List<String> refs = visitor.get("/mail/INBOX").refs();

        Page message = visitor.get("/mail/INBOX/" + refs.get(0));
        Page next = visitor.follow(visitor.submit(message.form(".message-bar form"), "/mail/INBOX/archive", Map.of()));

        assertThat(next.heading()).isEqualTo("Two");
        assertThat(notice(next)).isEqualTo("Moved to Archive: 1 message. Undo");
    }

    @Test
    void what_was_read_before_stays_read_when_marking_is_undone() throws IOException {
        act("seen", 1);
        Page all = act("seen", 0, 1, 2);
        visitor.submit(all.form("form.undo"), Map.of());

        assertThat(visitor.get("/mail/INBOX")
                        .document()
                        .select(".row.unread .row-subject")
                        .eachText())
                .containsExactly("Three", "One");
    }

    @Test
    void what_is_gone_meanwhile_is_said_and_the_others_are_done() throws IOException {
        person.withMailbox("Trash");
        Page list = visitor.get("/mail/INBOX");
        otherProgramMarks("Two");
        try (var mail = person.mail()) {
            mail.command("SELECT INBOX");
            mail.command("EXPUNGE");
        }

        Page answer = visitor.follow(post(list, "trash", 0, 1, 2));

        assertThat(notice(answer)).startsWith("Moved to Trash: 2 messages. 1 message is no longer there.");
        assertThat(subjects("INBOX")).isEmpty();
    }

    private Page answer(Page question) {
        var form = question.form(".question form");
        var button = form.selectFirst("button[name]");
        return visitor.submit(form, Map.of(button.attr("name"), button.val()));
    }

    private Page act(String act, int... rows) {
        return visitor.follow(post(visitor.get("/mail/INBOX"), act, rows));
    }

    private Page post(Page list, String act, int... rows) {
        List<Map.Entry<String, String>> fields = new ArrayList<>();
        fields.add(
                Map.entry("_csrf", list.document().select("input[name=_csrf]").val()));
        for (int row : rows) {
            fields.add(Map.entry("ref", list.refs().get(row)));
        }
        return visitor.post("/mail/INBOX/" + act, fields);
    }

    private static String notice(Page page) {
        return page.document().select(".notice.done").text();
    }

    private void otherProgramMarks(String subject) throws IOException {
        try (var mail = person.mail()) {
            mail.command("SELECT INBOX");
            String found = mail.command("SEARCH SUBJECT \"" + subject + "\"").get(0);
            mail.command("STORE " + found.substring(found.lastIndexOf(' ') + 1) + " +FLAGS (\\Deleted)");
        }
    }

    /** Returns the subjects in a mailbox as another mail program sees them. */
    private List<String> subjects(String mailbox) throws IOException {
        try (var mail = person.mail()) {
            boolean empty = mail.command("EXAMINE \"" + mailbox + '"').contains("* 0 EXISTS");
            return empty
                    ? List.of()
                    : mail.command("FETCH 1:* (BODY.PEEK[HEADER.FIELDS (SUBJECT)])").stream()
                            .filter(answer -> answer.contains("Subject: "))
                            .map(answer -> answer.replaceFirst("(?s).*Subject: (\\w+).*", "$1"))
                            .toList();
        }
    }
}
