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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Deleting, moving and taking it back, without scripts; another mail program looks at what came of it. */
@ApplicationTest
class KeepingOrderTest {

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate database;

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
    void a_whole_folder_is_selected_as_it_was_and_not_what_came_since() throws IOException {
        person.withMailbox("Trash");
        Page selected = visitor.follow(visitor.submit(visitor.get("/mail/INBOX").form("#all"), Map.of()));
        assertThat(selected.document().select(".selected-all [role=status]").text())
                .isEqualTo("Selected: 3.");
        person.withMessage("INBOX", "Four");

        Page list = visitor.follow(visitor.submit(selected.form("form.messages"), "/mail/INBOX/trash", Map.of()));

        assertThat(notice(list)).startsWith("Moved to Trash: 3 messages.");
        assertThat(subjects("INBOX")).containsExactly("Four");
        assertThat(subjects("Trash")).hasSize(3);
        String selection = selected.document().select("[name=selection]").val();
        Page others = person.signedInAt(port).get("/mail/INBOX?selection=" + selection);
        assertThat(others.document().select(".selected-all")).isEmpty();
    }

    @Test
    void all_that_a_list_showed_is_marked_as_read_and_not_what_came_since() throws IOException {
        Page list = visitor.get("/mail/INBOX");
        person.withMessage("INBOX", "Four");

        Page done = visitor.follow(visitor.submit(list.form("#all-seen"), Map.of()));

        assertThat(notice(done)).startsWith("3 messages are marked as read.");
        assertThat(done.document().select(".row.unread .row-subject").eachText())
                .containsExactly("Four");
        Page question = visitor.post(
                "/mail/INBOX/all-seen",
                List.of(Map.entry(
                        "_csrf",
                        done.form("#all-seen").formData().stream()
                                .filter(field -> field.key().equals("_csrf"))
                                .findFirst()
                                .orElseThrow()
                                .value())));
        assertThat(question.heading()).isEqualTo("Mark as read in Inbox: 1?");
    }

    @Test
    void a_list_is_filtered_and_acts_lead_back_to_it() {
        Page list = visitor.get("/mail/INBOX");
        visitor.submit(
                list.form("form.messages"),
                "/mail/INBOX/flag",
                Map.of("ref", list.refs().get(1)));

        Page flagged = visitor.get("/mail/INBOX?filter=flagged");

        assertThat(flagged.document().select(".row-subject").eachText()).containsExactly("Two");
        assertThat(flagged.document().select(".filter[aria-current]").text()).isEqualTo("Flagged");
        Page answer = visitor.submit(
                flagged.form("form.messages"),
                "/mail/INBOX/seen",
                Map.of("ref", flagged.refs().get(0)));
        assertThat(answer.header("Location")).contains("filter=flagged");
        assertThat(visitor.get("/mail/INBOX?filter=to-me").status()).isEqualTo(200);
        assertThat(visitor.get("/mail/INBOX?filter=attachments").status()).isEqualTo(200);
        assertThat(visitor.get("/mail/INBOX?filter=unread").refs()).hasSize(2);
        assertThat(visitor.get("/mail/INBOX?filter=nonsense").refs()).hasSize(3);
    }

    @Test
    void messages_are_labelled_and_that_is_taken_back() throws IOException {
        Page list = visitor.get("/mail/INBOX");
        Page question = visitor.submit(
                list.form("form.messages"),
                "/mail/INBOX/label",
                Map.of("ref", list.refs().get(0)));
        assertThat(question.document().select(".folder-choice").eachText())
                .containsExactly("Important", "Work", "Personal", "To do", "Later");

        Page labelled = visitor.follow(visitor.submit(question.form(".question form"), Map.of("set", "$label4")));

        assertThat(labelled.document().select(".row .label").eachText()).containsExactly("To do");
        try (var mail = person.mail()) {
            mail.command("SELECT INBOX");
            assertThat(mail.command("FETCH 3 (FLAGS)").get(0).toLowerCase()).contains("$label4");
        }
        assertThat(visitor.get("/mail/INBOX?filter=label-$label4").refs()).hasSize(1);
        Page undone = visitor.follow(visitor.submit(labelled.form("form.undo"), Map.of()));
        assertThat(undone.document().select(".row .label")).isEmpty();
    }

    @Test
    void labels_get_other_names_and_colours_and_more_are_made() {
        Page page = visitor.get("/settings/labels");
        page = visitor.follow(visitor.submit(page.form(".label-form"), Map.of("name", "Dringend", "colour", "purple")));
        assertThat(page.document().select(".label").eachText()).startsWith("Dringend", "Work");
        page = visitor.follow(visitor.submit(
                page.form(".label-form:last-of-type"), Map.of("name", "Reise 日本 & more", "colour", "blue")));
        assertThat(page.document().select(".label").eachText()).endsWith("Reise 日本 & more");
        assertThat(visitor.submit(page.form(".label-form:last-of-type"), Map.of("name", " ", "colour", "blue"))
                        .status())
                .isEqualTo(400);
        Page list = visitor.get("/mail/INBOX");
        String keyword = "reise_20_e6_97_a5_e6_9c_ac_20_26_20more";
        Page labelled = visitor.follow(visitor.submit(
                list.form("form.messages"),
                "/mail/INBOX/label",
                Map.of("ref", list.refs().get(0), "set", keyword)));
        assertThat(labelled.document().select(".row .label").eachText()).containsExactly("Reise 日本 & more");
    }

    @Test
    void archives_by_year_where_the_person_wants_that() throws IOException {
        person.withMailbox("Archive");
        set("archiving", "year");

        Page list = act("archive", 0, 1);

        assertThat(notice(list)).startsWith("Moved to Archive: 2 messages.");
        String year = "" + java.time.ZonedDateTime.now(java.time.ZoneOffset.UTC).getYear();
        assertThat(subjects("Archive." + year)).hasSize(2);
        visitor.follow(visitor.submit(list.form("form.undo"), Map.of()));
        assertThat(subjects("INBOX")).hasSize(3);
    }

    @Test
    void what_has_lain_in_the_trash_for_long_is_removed() throws IOException {
        person.withMailbox("Trash").withMessage("Trash", "Old");
        assertThat(visitor.get("/mail/Trash").document().select("#clean")).isEmpty();
        set("cleaning", "7");
        Page trash = visitor.get("/mail/Trash");
        visitor.follow(visitor.submit(trash.form("#clean"), Map.of()));
        assertThat(subjects("Trash")).containsExactly("Old");
        database.update("update folder_day set seen_on = seen_on - 8");
        person.withMessage("Trash", "New");

        Page done = visitor.follow(visitor.submit(trash.form("#clean"), Map.of()));

        assertThat(notice(done)).isEqualTo("Deleted for good: 1 message.");
        assertThat(subjects("Trash")).containsExactly("New");
        assertThat(visitor.submit(trash.form("#clean"), "/mail/INBOX/clean", Map.of())
                        .header("Location"))
                .doesNotContain("done");
    }

    private void set(String setting, String value) {
        visitor.submit(visitor.get("/settings").form("main form"), Map.of(setting, value));
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
