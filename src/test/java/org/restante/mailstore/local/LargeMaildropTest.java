package org.restante.mailstore.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.restante.mailstore.Credential;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.MailboxView;
import org.restante.mailstore.MessageSummary;
import org.restante.mailstore.OpenMode;
import org.restante.mailstore.PageRequest;
import org.restante.testing.Pop3Script;
import org.restante.testing.ScriptedServer;
import org.restante.testing.TcpProxy;
import org.restante.testing.TestDatabase;

/** A maildrop of many messages; of ten thousand with {@code -Drestante.endurance=true}. */
class LargeMaildropTest {

    private static final boolean ENDURANCE = Boolean.getBoolean("restante.endurance");
    private static final int MESSAGES = ENDURANCE ? 10_000 : 1_500;
    private static final int PAGE = 50;

    private final Pop3Script maildrop = new Pop3Script();
    private ScriptedServer server;
    private TcpProxy proxy;
    private LocalMailStores stores;

    @BeforeEach
    void start() throws IOException {
        List<String> mail = new ArrayList<>();
        for (int i = 1; i <= MESSAGES; i++) {
            mail.add("Received: from a by b; Mon, 23 Nov 2026 10:00:00 +0000\nFrom: Ann <ann%1$d@example.org>\n"
                    .concat("X-Filler: %2$s\nSubject: number %1$d\nMessage-ID: <%1$d@example.org>\n\nText %1$d\n")
                    .formatted(i, "x".repeat(1000)));
        }
        maildrop.messages("u", mail);
        server = ScriptedServer.playing(maildrop);
        proxy = TcpProxy.to(server.port());
        stores = LocalStores.on(TestDatabase.h2());
    }

    @AfterEach
    void stop() throws IOException {
        stores.close();
        proxy.close();
        server.close();
    }

    @Test
    void the_newest_come_at_once_and_the_rest_while_they_are_read() throws IOException {
        Credential credential = LocalStores.credential(server.port(), "u@example.org");
        long heapBefore = heap();
        long start = System.nanoTime();
        MailboxView first = list(credential, 1);
        Duration took = Duration.ofNanos(System.nanoTime() - start);

        assertThat(first.page().total()).isEqualTo(MESSAGES);
        assertThat(subjects(first)).hasSize(PAGE).startsWith("number " + MESSAGES);
        assertThat(took).isLessThan(Duration.ofSeconds(ENDURANCE ? 2 : 5));
        int last = MESSAGES / PAGE;
        for (int page = 2; page <= last; page++) {
            assertThat(subjects(list(credential, page))).startsWith("number " + (MESSAGES - (page - 1) * PAGE));
        }
        assertThat(heap() - heapBefore).isLessThan(64 << 20);
        assertThat(headersFetched()).isEqualTo(MESSAGES);
    }

    @Test
    void a_second_visit_fetches_no_header_again() throws IOException {
        Credential credential = LocalStores.credential(proxy.port(), "u@example.org");
        for (int page = 1; page <= MESSAGES / PAGE; page++) {
            list(credential, page);
        }
        proxy.recording().clear();

        assertThat(subjects(list(credential, 1))).hasSize(PAGE);
        int listLines = "10000 u10000\r\n10000 10000\r\n".length() * MESSAGES;
        assertThat(proxy.recording().bytes()).isLessThan(listLines + 1000);
        assertThat(headersFetched()).isEqualTo(MESSAGES);
    }

    private long headersFetched() {
        return server.received().stream()
                .filter(line -> line.toUpperCase(Locale.ROOT).startsWith("TOP"))
                .count();
    }

    private MailboxView list(Credential credential, int page) throws IOException {
        return stores.of(credential)
                .open(MailboxName.INBOX, OpenMode.READ, mailbox -> mailbox.view(new PageRequest.Numbered(page, PAGE)));
    }

    private static List<String> subjects(MailboxView view) {
        return view.page().rows().stream()
                .map(MessageSummary::envelope)
                .map(envelope -> envelope.subject())
                .toList();
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
