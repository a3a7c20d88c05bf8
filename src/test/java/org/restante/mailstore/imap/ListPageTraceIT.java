package org.restante.mailstore.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.function.LongFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.restante.mailstore.MailStore;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.MessageRef;
import org.restante.mailstore.OpenMode;
import org.restante.mailstore.PageRequest;
import org.restante.mailstore.Uid;
import org.restante.mime.PartId;
import org.restante.testing.Dovecot;
import org.restante.testing.MailboxFiller;
import org.restante.testing.Recording;
import org.restante.testing.TcpProxy;

/** What a list page says and hears on the wire; with {@code -Drestante.endurance=true} in mailboxes of full size. */
class ListPageTraceIT {

    private static final boolean ENDURANCE = Boolean.getBoolean("restante.endurance");
    private static final int SMALL = ENDURANCE ? 1_000 : 200;
    private static final int LARGE = ENDURANCE ? 100_000 : 3_000;
    private static final String MESSAGE = """
            From: Someone Else <someone@example.org>
            To: someone.again@example.org
            Subject: about number %06d
            Date: Mon, 2 Nov 2026 10:00:00 +0000
            Message-ID: <%06d@example.org>
            Content-Type: text/plain; charset=utf-8

            Words
            """;

    private static Dovecot dovecot;
    private static TcpProxy proxy;
    private final ImapMailStores stores = Stores.create();

    @BeforeAll
    static void fill() throws IOException {
        dovecot = Dovecot.shared();
        proxy = TcpProxy.to(dovecot.imapPort());
        for (int size : List.of(SMALL, LARGE)) {
            try (var filler = MailboxFiller.open(dovecot.imapPort(), user(size), Dovecot.PASSWORD)) {
                filler.appendAll("INBOX", size, i -> MESSAGE.formatted(i, i));
            }
        }
    }

    @AfterAll
    static void stop() throws IOException {
        if (proxy != null) {
            proxy.close();
        }
    }

    @AfterEach
    void close() {
        stores.close();
    }

    private static String user(int size) {
        return "trace" + size;
    }

    @Test
    void the_first_page_costs_the_same_in_a_small_and_in_a_large_folder() throws IOException {
        assertSame(size -> new PageRequest.Numbered(1, 50));
    }

    @Test
    void a_page_in_the_middle_costs_the_same_in_a_small_and_in_a_large_folder() throws IOException {
        assertSame(size -> new PageRequest.Numbered((int) size / 100, 50));
    }

    @Test
    void a_page_that_was_seen_before_asks_for_flags_alone() throws IOException {
        var page = new PageRequest.Numbered(1, 50);
        long first = trace(LARGE, page).bytes();
        Recording again = trace(LARGE, page);

        assertThat(again.roundTrips()).isEqualTo(1);
        assertThat(again.commands()).first().asString().matches("FETCH \\d+:\\d+ \\(UID FLAGS\\)");
        assertThat(again.bytes()).isLessThan(first / 3);
    }

    @Test
    void a_page_below_a_message_takes_one_round_trip_where_that_was_in_a_page_and_else_two() throws IOException {
        MessageRef newest = newest(LARGE);
        MessageRef older = new MessageRef(newest.mailbox(), newest.uidValidity(), new Uid(LARGE - 100));

        assertThat(trace(LARGE, new PageRequest.Below(newest, 50)).roundTrips()).isEqualTo(1);
        assertThat(trace(LARGE, new PageRequest.Below(older, 50)).roundTrips()).isEqualTo(2);
    }

    @Test
    void opening_a_message_takes_one_round_trip_and_its_text_one_more() throws IOException {
        MessageRef ref = newest(LARGE);
        MailStore store = warm(LARGE);
        proxy.recording().clear();
        store.open(MailboxName.INBOX, OpenMode.READ, mailbox -> mailbox.view(ref));
        assertThat(proxy.recording().roundTrips()).isEqualTo(1);

        proxy.recording().clear();
        store.open(MailboxName.INBOX, OpenMode.READ, mailbox -> {
            PartId text = mailbox.structure(ref).id().orElseThrow();
            return mailbox.content(ref, text).readAllBytes();
        });
        assertThat(proxy.recording().roundTrips()).isEqualTo(1);
    }

    private void assertSame(LongFunction<PageRequest> request) throws IOException {
        Recording small = trace(SMALL, request.apply(SMALL));
        long smallBytes = small.bytes();
        int smallTrips = small.roundTrips();
        List<String> smallCommands = withoutNumbers(small);
        Recording large = trace(LARGE, request.apply(LARGE));

        assertThat(withoutNumbers(large)).isEqualTo(smallCommands).anyMatch(line -> line.startsWith("FETCH"));
        assertThat(smallTrips).isEqualTo(1);
        assertThat(large.roundTrips()).isEqualTo(1);
        assertThat((double) large.bytes() / smallBytes).isBetween(0.85, 1.15);
    }

    private static List<String> withoutNumbers(Recording recording) {
        return recording.commands().stream()
                .map(line -> line.replaceAll("\\d+:\\d+", "n:m"))
                .toList();
    }

    /** Records one page over a warm connection that has the folder selected, and sees that no other is opened. */
    private Recording trace(int size, PageRequest request) throws IOException {
        MailStore store = warm(size);
        int connections = proxy.connections();
        proxy.recording().clear();
        store.open(MailboxName.INBOX, OpenMode.READ, mailbox -> mailbox.view(request));
        assertThat(proxy.connections()).isEqualTo(connections);
        return proxy.recording();
    }

    private MailStore warm(int size) throws IOException {
        MailStore store = stores.of(Stores.credential(Stores.plain(proxy.port()), user(size)));
        store.open(MailboxName.INBOX, OpenMode.READ, mailbox -> mailbox.view(new PageRequest.Numbered(1, 1)));
        return store;
    }

    private MessageRef newest(int size) throws IOException {
        var page = warm(size)
                .open(MailboxName.INBOX, OpenMode.READ, mailbox -> mailbox.view(new PageRequest.Numbered(1, 1)))
                .page();
        return new MessageRef(MailboxName.INBOX, page.uidValidity(), new Uid(size));
    }
}
