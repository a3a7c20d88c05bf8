package org.restante;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.restante.testing.Dovecot;
import org.restante.testing.MailboxFiller;
import org.restante.testing.RunningRestante;
import org.restante.testing.Visitor;

/** A list page of a large maildrop that is known takes at most three times what a page of the same mailbox takes over IMAP. */
@EnabledIfSystemProperty(named = "restante.endurance", matches = "true")
class MaildropSpeedIT {

    private static final int MESSAGES = Integer.getInteger("restante.speed.messages", 50_000);
    private static final int WARM_UP = 200;
    private static final int MEASURED = 200;

    @Test
    void a_known_page_is_nearly_as_fast_as_over_imap() throws Exception {
        Dovecot dovecot = Dovecot.shared();
        String name = "large-" + UUID.randomUUID();
        for (String domain : new String[] {"pop3.example", "imap.example"}) {
            try (MailboxFiller mail = MailboxFiller.open(dovecot.imapPort(), name + "@" + domain, Dovecot.PASSWORD)) {
                mail.appendAll(
                        "INBOX",
                        MESSAGES,
                        i -> "Subject: Letter %d\nFrom: a@example.org\nMessage-ID: <%d@x>\n\nText\n".formatted(i, i));
            }
        }
        try (var restante = RunningRestante.inFrontOf(
                "pop3://127.0.0.1:" + dovecot.pop3Port() + "?tls=off",
                "restante.servers.default.domains=pop3.example",
                "restante.servers.imap.domains=imap.example",
                "restante.servers.imap.incoming=imap://127.0.0.1:" + dovecot.imapPort() + "?tls=off",
                "restante.pop3.look-every=1h",
                "restante.pop3.fill-for=10m")) {
            Visitor pop3 = new Visitor(restante.port()).signedIn(name + "@pop3.example", Dovecot.PASSWORD);
            Visitor imap = new Visitor(restante.port()).signedIn(name + "@imap.example", Dovecot.PASSWORD);
            await().atMost(Duration.ofMinutes(10))
                    .pollInterval(Duration.ofSeconds(2))
                    .until(() -> !pop3.get("/mail/INBOX?page=" + MESSAGES / 50)
                            .document()
                            .select(".row-subject:contains(Letter 1)")
                            .isEmpty());
            median(pop3, WARM_UP);
            median(imap, WARM_UP);
            long overPop3 = median(pop3, MEASURED);
            long overImap = median(imap, MEASURED);
            System.out.printf("A page of %d over POP3 %d µs, over IMAP %d µs%n", MESSAGES, overPop3, overImap);

            assertThat(overPop3).isLessThanOrEqualTo(3 * overImap);
        }
    }

    /** Returns how many microseconds a page takes. */
    private static long median(Visitor visitor, int times) {
        return IntStream.range(0, times)
                .mapToLong(i -> {
                    long start = System.nanoTime();
                    assertThat(visitor.get("/mail/INBOX?page=" + (1 + i % 20)).status())
                            .isEqualTo(200);
                    return (System.nanoTime() - start) / 1000;
                })
                .sorted()
                .skip(times / 2)
                .findFirst()
                .orElseThrow();
    }
}
