package org.restante.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.restante.mailstore.Mailbox;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.MailboxRole;
import org.restante.web.Texts;
import org.restante.web.TextsOf;

class FolderTreeTest {

    private static final Texts TEXTS = TextsOf.locale("en");

    @Test
    void orders_by_role_and_then_by_name() {
        FolderTree tree = FolderTree.of(
                List.of(
                        mailbox(null, "Zebra"),
                        mailbox(MailboxRole.TRASH, "Bin"),
                        mailbox(null, "Ärzte"),
                        mailbox(null, "Bücher"),
                        mailbox(MailboxRole.SENT, "Sent"),
                        mailbox(MailboxRole.INBOX, "INBOX")),
                Optional.empty(),
                TEXTS);

        assertThat(tree.roots())
                .extracting(FolderNode::label)
                .containsExactly("Inbox", "Sent", "Bin", "Ärzte", "Bücher", "Zebra");
    }

    @Test
    void puts_folders_below_the_one_that_holds_them() {
        FolderTree tree = FolderTree.of(
                List.of(
                        mailbox(null, "Work"),
                        mailbox(null, "Work", "Projects"),
                        mailbox(null, "Work", "Projects", "Deep"),
                        mailbox(null, "Work", "Admin")),
                Optional.of(MailboxName.of("Work", "Projects")),
                TEXTS);

        FolderNode work = tree.roots().get(0);
        assertThat(work.children()).extracting(FolderNode::label).containsExactly("Admin", "Projects");
        assertThat(work.children().get(1).current()).isTrue();
        assertThat(work.children().get(1).children())
                .extracting(FolderNode::address)
                .containsExactly("Work:Projects:Deep");
    }

    @Test
    void says_counts_only_where_they_are_known() {
        var counted = new Mailbox(
                MailboxName.INBOX, Optional.of(MailboxRole.INBOX), true, OptionalLong.of(1200), OptionalLong.of(3));
        FolderTree tree = FolderTree.of(List.of(counted, mailbox(null, "Work")), Optional.empty(), TEXTS);

        assertThat(tree.roots()).extracting(FolderNode::counts).containsExactly("3 unread of 1,200", "");
    }

    private static Mailbox mailbox(MailboxRole role, String... path) {
        return new Mailbox(
                MailboxName.of(path), Optional.ofNullable(role), true, OptionalLong.empty(), OptionalLong.empty());
    }
}
