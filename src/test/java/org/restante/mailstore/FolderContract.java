package org.restante.mailstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a mail store does besides where other clients see, and change, all of the mailboxes and flags that it shows. */
public abstract class FolderContract extends OrderContract {

    @Test
    void lists_the_tree_with_the_levels_before_what_is_in_them() throws IOException {
        other().create("Work")
                .create("Work" + server().separator() + "Projects")
                .create("R&-D");

        List<Mailbox> tree = store().mailboxes();

        assertThat(tree)
                .extracting(Mailbox::name)
                .contains(MailboxName.INBOX, MailboxName.of("Work"), MailboxName.of("R&D"));
        assertThat(tree.indexOf(named(tree, MailboxName.of("Work"))))
                .isLessThan(tree.indexOf(named(tree, MailboxName.of("Work", "Projects"))));
    }

    @Test
    void counts_what_another_client_has_seen() throws IOException {
        other().append("INBOX", "Subject: new\n\nText\n");
        other().append("INBOX", "\\Seen", "Subject: seen\r\n\r\nText\r\n".getBytes(StandardCharsets.US_ASCII));

        Mailbox inbox = named(store().mailboxes(), MailboxName.INBOX);
        assertThat(inbox.total()).hasValue(2);
        assertThat(inbox.unseen()).hasValue(1);
    }

    @Test
    void opens_folders_with_any_name() throws IOException {
        other().create("&ZeVnLIqe-" + server().separator() + "R&-D 'quoted'");

        MailboxName name = MailboxName.of("日本語", "R&D 'quoted'");
        assertThat(store().mailboxes()).extracting(Mailbox::name).contains(name);
        assertThat(store().open(name, OpenMode.READ, mailbox -> mailbox.view(new PageRequest.Numbered(1, 5)))
                        .page()
                        .total())
                .isZero();
    }
}
