package org.restante.mailstore.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.restante.mailstore.Flag;
import org.restante.mailstore.MailStore;
import org.restante.mailstore.Mailbox;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.MailboxView;
import org.restante.mailstore.MailboxWork;
import org.restante.mailstore.MessageSummary;
import org.restante.mailstore.OpenMailbox;
import org.restante.mailstore.OpenMode;
import org.restante.mailstore.PageRequest;
import org.restante.testing.Dovecot;
import org.restante.testing.MailboxFiller;

/** What was done over one connection of an account is seen over all others at once: rows, flags and counts. */
class ReadYourWritesIT {

    private static final int ROUNDS = 40;
    private static final int MESSAGES = 12;
    private static final PageRequest PAGE = new PageRequest.Numbered(1, 5);

    private final ImapMailStores stores = Stores.create();
    private MailStore store;
    private MailboxFiller other;

    @BeforeEach
    void fill() throws IOException {
        Dovecot dovecot = Dovecot.shared();
        String user = "writes" + System.nanoTime();
        store = stores.of(Stores.credential(Stores.plain(dovecot.imapPort()), user));
        other = MailboxFiller.open(dovecot.imapPort(), user, Dovecot.PASSWORD);
        for (int i = 0; i < MESSAGES; i++) {
            append(i);
        }
        other.command("SELECT INBOX");
    }

    @AfterEach
    void close() throws IOException {
        stores.close();
        other.close();
    }

    private void append(int number) throws IOException {
        other.append("INBOX", "", ("Subject: number " + number + "\r\n\r\nx\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void flags_and_counts_are_those_that_were_set_over_another_connection() throws IOException {
        read(one -> {
            for (int i = 0; i < ROUNDS; i++) {
                // Within the page and below it by turns.
                int row = i * 5 % MESSAGES;
                MessageSummary message = all(one).get(row);
                boolean seen = message.is(Flag.SEEN);
                store.open(MailboxName.INBOX, OpenMode.WRITE, two -> mark(two, message, !seen));

                MailboxView view = one.view(PAGE);
                long unseen =
                        all(one).stream().filter(each -> !each.is(Flag.SEEN)).count();
                assertThat(inbox(view.mailboxes()).unseen()).hasValue(unseen);
                if (row < PAGE.size()) {
                    assertThat(view.page().rows().get(row).is(Flag.SEEN)).isEqualTo(!seen);
                }
            }
            return null;
        });
    }

    @Test
    void what_another_client_adds_and_expunges_is_there_and_gone_at_once() throws IOException {
        read(one -> {
            one.view(PAGE);
            for (int i = 0; i < ROUNDS; i++) {
                append(MESSAGES + i);
                MailboxView added = one.view(PAGE);
                assertThat(added.page().total()).isEqualTo(MESSAGES + 1);
                assertThat(inbox(added.mailboxes()).total()).hasValue(MESSAGES + 1);
                assertThat(subjects(added))
                        .startsWith("number " + (MESSAGES + i))
                        .hasSize(PAGE.size());

                String gone = subjects(added).get(i % 3);
                other.command("STORE " + (MESSAGES + 1 - i % 3) + " +FLAGS (\\Deleted)");
                other.command("EXPUNGE");
                MailboxView expunged = one.view(PAGE);
                assertThat(expunged.page().total()).isEqualTo(MESSAGES);
                assertThat(inbox(expunged.mailboxes()).total()).hasValue(MESSAGES);
                assertThat(subjects(expunged)).doesNotContain(gone).hasSize(PAGE.size());
            }
            return null;
        });
    }

    @Test
    void the_folders_are_counted_as_they_are_over_a_connection_that_did_not_do_it() throws IOException {
        for (int i = 0; i < ROUNDS; i++) {
            boolean seen = i % 2 == 0;
            // The first connection is lent while the other one does it, and is the one that counts next.
            read(one -> {
                MessageSummary message = one.view(PAGE).page().rows().get(1);
                return store.open(MailboxName.INBOX, OpenMode.WRITE, two -> {
                    mark(two, message, seen);
                    return read(three -> null);
                });
            });
            assertThat(inbox(store.mailboxes()).unseen()).hasValue(seen ? MESSAGES - 1 : MESSAGES);
        }
    }

    private static int mark(OpenMailbox mailbox, MessageSummary message, boolean seen) {
        return seen
                ? mailbox.addFlags(List.of(message.ref()), Set.of(Flag.SEEN)).there()
                : mailbox.removeFlags(List.of(message.ref()), Set.of(Flag.SEEN)).there();
    }

    private static List<MessageSummary> all(OpenMailbox mailbox) {
        return mailbox.view(new PageRequest.Numbered(1, 50)).page().rows();
    }

    private static List<String> subjects(MailboxView view) {
        return view.page().rows().stream().map(row -> row.envelope().subject()).toList();
    }

    private static Mailbox inbox(List<Mailbox> mailboxes) {
        return mailboxes.stream()
                .filter(each -> each.name().isInbox())
                .findFirst()
                .orElseThrow();
    }

    private <T> T read(MailboxWork<T> work) throws IOException {
        return store.open(MailboxName.INBOX, OpenMode.READ, work);
    }
}
