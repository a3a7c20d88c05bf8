package org.restante.mailstore.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.MailboxView;
import org.restante.mailstore.MessageSummary;
import org.restante.mailstore.OpenMode;
import org.restante.mailstore.PageRequest;
import org.restante.testing.Pop3Script;
import org.restante.testing.ScriptedServer;
import org.restante.testing.TestDatabase;
import org.springframework.util.unit.DataSize;

/** A large maildrop whose first reading ends with its first page, such as where the process ends then. */
class FirstReadingTest {

    private static final int MESSAGES = 3000;
    private static final int PAGE = 50;
    private static final LocalProperties FILLING_NOTHING = new LocalProperties(
            Duration.ZERO,
            Duration.ofSeconds(5),
            Duration.ZERO,
            DataSize.ofMegabytes(16),
            Duration.ZERO,
            DataSize.ofMegabytes(64));

    private final Pop3Script maildrop = new Pop3Script();
    private ScriptedServer server;
    private LocalMailStores stores;

    @BeforeEach
    void start() throws IOException {
        maildrop.messages(
                "u",
                IntStream.rangeClosed(1, MESSAGES)
                        .mapToObj(FirstReadingTest::mail)
                        .toList());
        server = ScriptedServer.playing(maildrop);
        stores = LocalStores.on(TestDatabase.h2(), FILLING_NOTHING);
    }

    @AfterEach
    void stop() throws IOException {
        stores.close();
        server.close();
    }

    @Test
    void the_first_page_knows_how_many_there_are() throws IOException {
        MailboxView first = list(1);

        assertThat(first.page().total()).isEqualTo(MESSAGES);
        assertThat(first.mailboxes().get(0).total()).hasValue(MESSAGES);
        assertThat(first.mailboxes().get(0).unseen()).hasValue(MESSAGES);
        assertThat(subjects(first)).isEqualTo(expected(MESSAGES));
    }

    @Test
    void the_next_look_goes_on_where_it_ended() throws IOException {
        list(1);
        maildrop.message("new", mail(MESSAGES + 1));

        assertThat(subjects(list(1))).isEqualTo(expected(MESSAGES + 1));
        assertThat(subjects(list(40))).isEqualTo(expected(MESSAGES + 1 - 39 * PAGE));
        MailboxView last = list(MESSAGES / PAGE);
        assertThat(subjects(last)).isEqualTo(expected(PAGE + 1));
        assertThat(last.page().total()).isEqualTo(MESSAGES + 1);
        assertThat(list(MESSAGES / PAGE + 1).page().rows())
                .extracting(row -> row.ref().uid().value())
                .containsExactly(1L);
    }

    @Test
    void what_was_removed_meanwhile_is_not_there_and_what_is_there_keeps_its_place() throws IOException {
        list(1);
        maildrop.remove("u" + MESSAGES);
        maildrop.remove("u1");

        MailboxView newest = list(1);
        assertThat(subjects(newest)).isEqualTo(expected(MESSAGES - 1));
        assertThat(newest.page().total()).isEqualTo(MESSAGES - 2);
        assertThat(subjects(list(20))).isEqualTo(expected(MESSAGES - 1 - 19 * PAGE));
    }

    @Test
    void a_page_far_down_may_be_the_first_one_that_is_asked_for() throws IOException {
        assertThat(subjects(list(60))).isEqualTo(expected(PAGE));
    }

    private static String mail(int number) {
        return "From: a@example.org\nSubject: number " + number + "\n\nText\n";
    }

    private static List<String> expected(int newest) {
        return IntStream.range(0, PAGE).mapToObj(i -> "number " + (newest - i)).toList();
    }

    private static List<String> subjects(MailboxView view) {
        return view.page().rows().stream()
                .map(MessageSummary::envelope)
                .map(envelope -> envelope.subject())
                .toList();
    }

    private MailboxView list(int page) throws IOException {
        return stores.of(LocalStores.credential(server.port(), "u@example.org"))
                .open(MailboxName.INBOX, OpenMode.READ, mailbox -> mailbox.view(new PageRequest.Numbered(page, PAGE)));
    }
}
