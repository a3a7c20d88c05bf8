package org.restante.mailstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** How every mail store keeps order: moving, copying and removing messages, and the folders themselves. */
public abstract class OrderContract extends MailStoreContract {

    private static final MailboxName TARGET = MailboxName.of("Target & \"quoted\" 日本");
    private static final Flag LATER = new Flag("$Later");

    @Test
    void moves_messages_with_their_flags_and_says_what_they_have_become() throws IOException {
        store().create(TARGET);
        fill(5);
        List<MessageRef> refs = refs();
        write(mailbox -> mailbox.addFlags(List.of(refs.get(1)), Set.of(Flag.FLAGGED, LATER)));
        MessageRef absent = new MessageRef(MailboxName.INBOX, refs.get(0).uidValidity(), new Uid(4_000_000));

        Moved moved = write(mailbox -> mailbox.move(List.of(refs.get(3), refs.get(1), absent), TARGET));

        assertThat(moved.done()).isEqualTo(2);
        assertThat(moved.left()).isZero();
        assertThat(moved.traced()).hasSize(2);
        assertThat(subjects(all(MailboxName.INBOX))).containsExactly("number 5", "number 3", "number 1");
        assertThat(subjects(all(TARGET))).containsExactlyInAnyOrder("number 4", "number 2");
        MessageSummary fourth = message(moved.arrived().get(refs.get(1)));
        assertThat(fourth.envelope().subject()).isEqualTo("number 4");
        assertThat(fourth.flags()).contains(Flag.FLAGGED, LATER);
        assertThat(message(moved.arrived().get(refs.get(3))).envelope().subject())
                .isEqualTo("number 2");
    }

    @Test
    void moves_messages_back() throws IOException {
        store().create(TARGET);
        fill(3);
        List<MessageRef> refs = refs();
        Moved there = write(mailbox -> mailbox.move(refs, TARGET));

        Moved back = store().open(TARGET, OpenMode.WRITE, mailbox -> mailbox.move(there.traced(), MailboxName.INBOX));

        assertThat(back.done()).isEqualTo(3);
        assertThat(all(TARGET).rows()).isEmpty();
        assertThat(subjects(all(MailboxName.INBOX))).containsExactlyInAnyOrder("number 3", "number 2", "number 1");
        assertThat(refs()).doesNotContainAnyElementsOf(refs);
        assertThat(source(back.traced().get(0))).contains("Subject: number");
    }

    @Test
    void copies_messages_and_leaves_them_where_they_are() throws IOException {
        store().create(TARGET);
        fill(3);
        List<MessageRef> refs = refs();
        write(mailbox -> mailbox.addFlags(List.of(refs.get(0)), Set.of(Flag.SEEN)));

        Moved copied = write(mailbox -> mailbox.copy(List.of(refs.get(0), refs.get(2)), TARGET));

        assertThat(copied.done()).isEqualTo(2);
        assertThat(all(MailboxName.INBOX).total()).isEqualTo(3);
        MessageRef copy = copied.arrived().get(refs.get(0));
        assertThat(message(copy).envelope().subject()).isEqualTo("number 3");
        assertThat(message(copy).is(Flag.SEEN)).isTrue();
        assertThat(source(copy)).isEqualTo(source(refs.get(0)));
    }

    @Test
    void moves_nothing_to_where_nothing_is_or_by_old_numbers() throws IOException {
        store().create(TARGET);
        fill(2);
        MessageRef ref = refs().get(0);
        MessageRef stale = new MessageRef(
                MailboxName.INBOX, new UidValidity(ref.uidValidity().value() ^ 1), ref.uid());

        assertGone(MailFailure.Gone.Kind.MAILBOX, () -> write(m -> m.move(List.of(ref), MailboxName.of("Nowhere"))));
        assertGone(MailFailure.Gone.Kind.UID_VALIDITY, () -> write(m -> m.move(List.of(stale), TARGET)));
        assertGone(MailFailure.Gone.Kind.UID_VALIDITY, () -> write(m -> m.purge(List.of(stale))));
        assertThat(all(MailboxName.INBOX).total()).isEqualTo(2);
        assertThat(all(TARGET).total()).isZero();
    }

    @Test
    void finds_messages_by_their_flags() throws IOException {
        fill(4);
        List<MessageRef> refs = refs();
        write(mailbox -> mailbox.addFlags(List.of(refs.get(1)), Set.of(Flag.DELETED, LATER)));

        assertThat(read(mailbox -> mailbox.with(Flag.DELETED)).refs()).containsExactly(refs.get(1));
        assertThat(read(mailbox -> mailbox.with(LATER)).refs()).containsExactly(refs.get(1));
        assertThat(read(mailbox -> mailbox.without(Flag.DELETED)).refs())
                .containsExactly(refs.get(3), refs.get(2), refs.get(0));
        assertThat(read(mailbox -> mailbox.without(Flag.SEEN)).size()).isEqualTo(4);
        assertThat(read(MessagePurging::all).refs()).hasSize(4).containsExactlyInAnyOrderElementsOf(refs);
    }

    @Test
    void filters_messages_and_shows_a_page_of_what_it_found() throws IOException {
        fill(3);
        other().append("INBOX", "From: a@b.example\nTo: Me <me@here.example>\nSubject: to me\n\nText\n");
        other().append(
                        "INBOX",
                        "From: a@b.example\nSubject: with a file\nMIME-Version: 1.0\n"
                                + "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nText\n"
                                + "--b\nContent-Type: application/pdf\nContent-Disposition: attachment; filename=a.pdf\n\n%PDF\n--b--\n");
        List<MessageRef> refs = refs();
        write(mailbox -> mailbox.addFlags(List.of(refs.get(2), refs.get(3)), Set.of(Flag.SEEN, LATER)));
        write(mailbox -> mailbox.addFlags(List.of(refs.get(4)), Set.of(Flag.FLAGGED)));

        assertThat(found(new MessageFilter.All())).hasSize(5);
        assertThat(found(new MessageFilter.Without(Flag.SEEN))).containsExactly("with a file", "to me", "number 1");
        assertThat(found(new MessageFilter.With(LATER))).containsExactly("number 3", "number 2");
        assertThat(found(new MessageFilter.With(Flag.FLAGGED))).containsExactly("number 1");
        assertThat(found(new MessageFilter.To("me@here.example"))).containsExactly("to me");
        assertThat(found(new MessageFilter.Attachments())).containsExactly("with a file");
        assertThat(found(new MessageFilter.To("nobody@here.example"))).isEmpty();
        MessageSet unread = read(mailbox -> mailbox.find(new MessageFilter.Without(Flag.SEEN)))
                .messages();
        other().append("INBOX", "Subject: later\n\nText\n");
        MessagePage second = read(mailbox -> mailbox.view(unread, new PageRequest.Numbered(2, 2)))
                .page();
        assertThat(subjects(second)).containsExactly("number 1");
        assertThat(second.total()).isEqualTo(3);
        assertThat(second.offset()).isEqualTo(2);
        MessagePage below = read(mailbox -> mailbox.view(unread, new PageRequest.Below(refs.get(0), 1)))
                .page();
        assertThat(subjects(below)).containsExactly("to me");
        assertThat(below.hasOlder()).isTrue();
    }

    private List<String> found(MessageFilter filter) throws IOException {
        return read(mailbox -> {
            Found found = mailbox.find(filter);
            assertThat(found.searched()).isZero();
            return subjects(mailbox.view(found.messages(), new PageRequest.Numbered(1, 100))
                    .page());
        });
    }

    @Test
    void purges_what_is_marked_among_those_named_and_nothing_else() throws IOException {
        fill(5);
        List<MessageRef> refs = refs();
        List<MessageRef> marked = List.of(refs.get(0), refs.get(2), refs.get(4));
        write(mailbox -> mailbox.addFlags(marked, Set.of(Flag.DELETED)));

        int purged = write(mailbox -> mailbox.purge(List.of(refs.get(0), refs.get(1), refs.get(4))));

        assertThat(purged).isEqualTo(2);
        assertThat(subjects(all(MailboxName.INBOX))).containsExactly("number 4", "number 3", "number 2");
        assertThat(read(mailbox -> mailbox.with(Flag.DELETED)).refs()).containsExactly(refs.get(2));
        other().append("INBOX", "Subject: number 6\n\nText\n");
        assertThat(subjects(all(MailboxName.INBOX))).containsExactly("number 6", "number 4", "number 3", "number 2");
    }

    @Test
    void makes_renames_and_removes_folders_with_what_is_in_them() throws IOException {
        MailboxName work = MailboxName.of("Work");
        MailboxName deep = MailboxName.of("Work", "Projects", "R&D");
        MailboxName renamed = MailboxName.of("Büro");
        store().create(work);
        store().create(deep);
        fill(2);
        write(mailbox -> mailbox.move(refs(), deep));

        store().rename(work, renamed);

        assertThat(names()).doesNotContain(work, deep).contains(renamed, MailboxName.of("Büro", "Projects", "R&D"));
        assertThat(all(MailboxName.of("Büro", "Projects", "R&D")).total()).isEqualTo(2);
        assertGone(MailFailure.Gone.Kind.MAILBOX, () -> store().open(work, OpenMode.READ, mailbox -> null));

        store().delete(renamed);

        assertThat(names()).noneMatch(name -> name.path().get(0).equals("Büro"));
        assertGone(MailFailure.Gone.Kind.MAILBOX, () -> store().delete(renamed));
        assertGone(MailFailure.Gone.Kind.MAILBOX, () -> store().rename(renamed, work));
    }

    @Test
    void never_takes_a_new_folder_for_one_of_that_name_before() throws IOException {
        store().create(TARGET);
        fill(1);
        MessageRef moved =
                write(mailbox -> mailbox.move(refs(), TARGET)).traced().get(0);
        store().delete(TARGET);
        store().create(TARGET);

        assertThatThrownBy(() -> message(moved)).isInstanceOf(MailFailure.Gone.class);
    }

    @Test
    void takes_folder_names_with_odd_characters_or_refuses_them() throws IOException {
        List<String> odd = new ArrayList<>(List.of(
                "\"",
                "\\",
                "%",
                "*",
                "&",
                "&AOk-",
                "a b",
                "{5}",
                "{5+}",
                "(",
                "[",
                "]",
                "~",
                "~2e",
                "^",
                "#1",
                "é{3+}",
                "😀",
                "תיבה",
                ".hidden",
                "a/b",
                "a.b",
                "x".repeat(200),
                "日".repeat(80),
                "\u202Eright",
                "\t",
                "\u0001",
                "\ud800",
                "-",
                "'",
                "`",
                "<b>",
                "a:b",
                "INBOX"));
        odd.add("e\u0301");
        for (String each : odd) {
            MailboxName name = MailboxName.of("Odd", each);
            try {
                store().create(name);
                assertThat(names()).as(each).contains(name);
                assertThat(all(name).total()).as(each).isZero();
                store().delete(name);
            } catch (MailFailure.Refused e) {
                assertThat(e.kind()).as(each).isEqualTo(MailFailure.Refused.Kind.NAME);
            }
            assertThat(names()).as(each).doesNotContain(name).contains(MailboxName.INBOX);
        }
    }

    @Test
    void refuses_names_that_are_taken_and_leaves_the_inbox() {
        store().create(TARGET);
        store().create(MailboxName.of("Other"));

        assertRefused(MailFailure.Refused.Kind.NAME_TAKEN, () -> store().create(TARGET));
        assertRefused(MailFailure.Refused.Kind.NAME_TAKEN, () -> store().rename(MailboxName.of("Other"), TARGET));
        assertRefused(MailFailure.Refused.Kind.NOT_PERMITTED, () -> store().delete(MailboxName.INBOX));
        assertRefused(
                MailFailure.Refused.Kind.NOT_PERMITTED, () -> store().rename(MailboxName.INBOX, MailboxName.of("Old")));
        assertRefused(MailFailure.Refused.Kind.NAME, () -> store().create(MailboxName.of(" ")));
        assertThat(names()).contains(MailboxName.INBOX, TARGET, MailboxName.of("Other"));
    }

    protected static void assertRefused(MailFailure.Refused.Kind kind, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        MailFailure.Refused.class,
                        refused -> assertThat(refused.kind()).isEqualTo(kind));
    }

    private List<MailboxName> names() {
        return store().mailboxes().stream().map(Mailbox::name).toList();
    }

    private MessagePage all(MailboxName mailbox) throws IOException {
        return store().open(mailbox, OpenMode.READ, opened -> opened.view(new PageRequest.Numbered(1, 100)))
                .page();
    }

    private List<MessageRef> refs() throws IOException {
        return all(MailboxName.INBOX).rows().stream().map(MessageSummary::ref).toList();
    }

    private MessageSummary message(MessageRef ref) throws IOException {
        return store().open(ref.mailbox(), OpenMode.READ, opened -> opened.message(ref));
    }

    private String source(MessageRef ref) throws IOException {
        return store().open(
                        ref.mailbox(),
                        OpenMode.READ,
                        opened -> new String(opened.source(ref).readAllBytes()));
    }
}
