package org.restante.mailstore.imap;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.Uid;
import org.restante.mailstore.UidValidity;
import org.restante.mime.Address;
import org.restante.mime.Envelope;
import org.restante.mime.Part;
import org.restante.mime.PartId;

/** What is kept of messages that were in lists. */
class RowCacheTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final RowCache cache = new RowCache(1 << 20, meters);

    @Test
    void a_row_comes_back_as_it_was() {
        cache.put(mailbox("ann", 1), new Uid(7), row("Grüße \uD83D\uDC4B"));

        assertThat(cache.get(mailbox("ann", 1), new Uid(7))).contains(row("Grüße \uD83D\uDC4B"));
    }

    @Test
    void a_row_without_anything_comes_back_too() {
        var part = new Part(Optional.of(new PartId("1")), "text/plain", Map.of(), "", "7bit", 0, "", "", List.of());
        var row = new Row(Envelope.empty(), Instant.EPOCH, 0, part);
        cache.put(mailbox("ann", 1), new Uid(4_294_967_295L), row);

        assertThat(cache.get(mailbox("ann", 1), new Uid(4_294_967_295L))).contains(row);
    }

    @Test
    void nothing_is_found_of_another_account_another_folder_or_another_generation_of_the_folder() {
        cache.put(mailbox("ann", 1), new Uid(7), row("secret"));
        cache.learn(mailbox("ann", 1), new KnownNumbers.Run(1, new int[] {7}));

        for (MailboxKey other : List.of(
                mailbox("bob", 1),
                mailbox("ann", 2),
                new MailboxKey(Stores.credential(Stores.plain(1), "ann"), MailboxName.of("Box"), new UidValidity(1)))) {
            assertThat(cache.get(other, new Uid(7))).isEmpty();
            assertThat(cache.numbers(other).uid(1)).isZero();
        }
    }

    @Test
    void where_a_server_gives_no_uidvalidity_nothing_is_kept() {
        cache.put(mailbox("ann", 0), new Uid(7), row("fleeting"));

        assertThat(cache.get(mailbox("ann", 0), new Uid(7))).isEmpty();
    }

    @Test
    void a_row_beyond_all_measure_is_not_kept() {
        cache.put(mailbox("ann", 1), new Uid(7), row("x".repeat(100_000)));

        assertThat(cache.get(mailbox("ann", 1), new Uid(7))).isEmpty();
    }

    @Test
    void it_holds_as_much_as_it_may_and_tells_how_much() {
        for (int uid = 1; uid <= 20_000; uid++) {
            cache.put(mailbox("ann", 1), new Uid(uid), row("number " + uid));
        }

        assertThat(meters.get("restante.envelopes.octets").gauge().value()).isBetween(500_000.0, 1_048_576.0);
        assertThat(meters.get("restante.envelopes.held").gauge().value()).isBetween(1_000.0, 10_000.0);
    }

    @Test
    void numbers_are_those_of_the_pages_that_were_shown_last() {
        MailboxKey mailbox = mailbox("ann", 1);
        cache.learn(mailbox, new KnownNumbers.Run(10, new int[] {100, 101, 102}));
        cache.learn(mailbox, new KnownNumbers.Run(50, new int[] {500, (int) 4_294_967_295L}));
        cache.learn(mailbox, new KnownNumbers.Run(12, new int[] {103, 104}));

        KnownNumbers known = cache.numbers(mailbox);
        assertThat(known.uid(12)).isEqualTo(103);
        assertThat(known.uid(10)).isZero();
        assertThat(known.uid(51)).isEqualTo(4_294_967_295L);
        assertThat(known.number(new Uid(4_294_967_295L))).hasValue(51);
        assertThat(known.number(new Uid(101))).isEmpty();
    }

    @Test
    void pages_that_overlap_and_agree_are_known_both() {
        MailboxKey mailbox = mailbox("ann", 1);
        cache.learn(mailbox, new KnownNumbers.Run(10, new int[] {100, 101, 102}));
        cache.learn(mailbox, new KnownNumbers.Run(12, new int[] {102, 103}));
        cache.learn(mailbox, new KnownNumbers.Run(13, new int[] {103}));

        assertThat(cache.numbers(mailbox).uid(10)).isEqualTo(100);
        assertThat(cache.numbers(mailbox).uid(13)).isEqualTo(103);
        assertThat(cache.numbers(mailbox).number(new Uid(102))).hasValue(12);
    }

    @Test
    void no_more_than_some_pages_of_a_folder_are_known_by_number() {
        MailboxKey mailbox = mailbox("ann", 1);
        for (int page = 0; page < 1_000; page++) {
            cache.learn(mailbox, new KnownNumbers.Run(1 + 50L * page, new int[50]));
        }

        assertThat(cache.numbers(mailbox).weight()).isLessThan(6_000);
    }

    private static MailboxKey mailbox(String login, long uidValidity) {
        return new MailboxKey(
                Stores.credential(Stores.plain(1), login), MailboxName.INBOX, new UidValidity(uidValidity));
    }

    private static Row row(String subject) {
        Address from = new Address("Jürgen", "juergen@example.org");
        var envelope = new Envelope(
                Optional.of(OffsetDateTime.parse("2026-11-03T10:20:30-03:30")),
                subject,
                List.of(from),
                List.of(from),
                List.of(new Address("", "a@example.org"), new Address("B", "")),
                List.of(),
                List.of(new Address("C", "c@example.org")),
                "<parent@example.org>",
                "<one@example.org>");
        Part text = new Part(
                Optional.of(new PartId("1")),
                "text/plain",
                Map.of("charset", "utf-8", "format", "flowed", "x", ""),
                "",
                "quoted-printable",
                1234,
                "",
                "",
                List.of());
        Part picture = new Part(
                Optional.of(new PartId("2")),
                "image/x-odd",
                Map.of("name", "a.png"),
                "id@example.org",
                "base64",
                5_000_000_000L,
                "inline",
                "日本.png",
                List.of());
        Part root = new Part(Optional.empty(), "multipart/mixed", Map.of(), "", "", 0, "", "", List.of(text, picture));
        return new Row(envelope, Instant.parse("2026-11-03T13:50:31Z"), 98_765_432_100L, root);
    }
}
