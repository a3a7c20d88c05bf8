package org.restante.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.restante.testing.Dovecot;
import org.restante.testing.LesserServer;
import org.restante.testing.MailboxFiller;
import org.restante.testing.Page;
import org.restante.testing.RunningRestante;
import org.restante.testing.TcpProxy;
import org.restante.testing.Visitor;

/**
 * Flags, moves and takes back very many messages, without scripts; another client compares each with what it was. With
 * {@code -Drestante.endurance=true} they are 10,000.
 */
class ManyMessagesIT {

    private static final int COUNT = Boolean.getBoolean("restante.endurance") ? 10_000 : 1_100;
    private static final int MOST_REQUESTS = 20 + COUNT / 20;
    private static final Pattern NUMBER = Pattern.compile("FLAGS \\(([^)]*)\\).*number (\\d+)", Pattern.DOTALL);

    private static TcpProxy whole;
    private static TcpProxy lesser;
    private static LesserServer behind;
    private static RunningRestante restante;

    @BeforeAll
    static void start() throws IOException {
        int dovecot = Dovecot.shared().imapPort();
        whole = TcpProxy.unrecordedTo(dovecot);
        behind = LesserServer.before(dovecot);
        lesser = TcpProxy.unrecordedTo(behind.port());
        restante = RunningRestante.inFrontOf(
                "imap://127.0.0.1:" + whole.port() + "?tls=off",
                "restante.servers.default.domains=whole.example",
                "restante.servers.lesser.domains=lesser.example",
                "restante.servers.lesser.incoming=imap://127.0.0.1:" + lesser.port() + "?tls=off");
    }

    @AfterAll
    static void stop() throws IOException {
        if (restante != null) {
            restante.close();
            lesser.close();
            behind.close();
            whole.close();
        }
    }

    @ParameterizedTest(name = "{0}, connection cut: {1}")
    @CsvSource({"whole, false", "whole, true", "lesser, false", "lesser, true"})
    void are_flagged_moved_and_brought_back_exactly(String server, boolean cut) throws IOException {
        String user = UUID.randomUUID() + "@" + server + ".example";
        Faults faults = cut ? new Faults(server.equals("whole") ? whole : lesser) : new Faults(null);
        try (MailboxFiller mail = MailboxFiller.open(Dovecot.shared().imapPort(), user, Dovecot.PASSWORD)) {
            fill(mail);
            List<String> before = state(mail, "INBOX");
            assertThat(before).hasSize(COUNT);
            Visitor visitor = new Visitor(URI.create(restante.origin()).getPort()).signedIn(user, Dovecot.PASSWORD);

            Page flagged = actOnAll(visitor, "flag", Map.of(), faults);
            assertThat(count(flagged)).isEqualTo(COUNT);
            assertThat(state(mail, "INBOX")).hasSize(COUNT).allMatch(each -> each.contains("\\Flagged"));
            assertThat(count(undo(visitor, flagged, faults))).isEqualTo(COUNT - COUNT / 3);
            assertThat(state(mail, "INBOX")).isEqualTo(before);

            Page moved = actOnAll(visitor, "move", Map.of("to", "Archive"), faults);
            assertThat(count(moved)).isEqualTo(COUNT);
            assertThat(state(mail, "INBOX")).isEmpty();
            assertThat(state(mail, "Archive")).isEqualTo(before);
            assertThat(count(undo(visitor, moved, faults))).isEqualTo(COUNT);
            assertThat(state(mail, "Archive")).isEmpty();
            assertThat(state(mail, "INBOX")).isEqualTo(before);
        }
    }

    /** Each third is flagged before, each fifth is read. */
    private static void fill(MailboxFiller mail) throws IOException {
        mail.create("Archive");
        mail.appendAll(
                "INBOX",
                COUNT,
                i -> "Message-ID: <%d@many.example>\nSubject: number %d\n\nText %d\n".formatted(i, i, i));
        mail.command("SELECT INBOX");
        mail.command("STORE " + each(3) + " +FLAGS.SILENT (\\Flagged)");
        mail.command("STORE " + each(5) + " +FLAGS.SILENT (\\Seen)");
    }

    private static String each(int step) {
        return IntStream.rangeClosed(1, (COUNT - COUNT % 3) / step)
                .mapToObj(i -> "" + i * step)
                .collect(Collectors.joining(","));
    }

    private static Page actOnAll(Visitor visitor, String act, Map<String, String> fields, Faults faults) {
        Page list = visitor.get("/mail/INBOX");
        Page selected = visitor.follow(visitor.submit(list.form("#all"), Map.of()));
        assertThat(selected.document().select(".selected-all").text()).contains("%,d".formatted(COUNT));
        return finish(visitor, visitor.submit(selected.form("form.messages"), "/mail/INBOX/" + act, fields), faults);
    }

    private static Page undo(Visitor visitor, Page done, Faults faults) {
        return finish(visitor, visitor.submit(done.form("form.undo"), Map.of()), faults);
    }

    private static Page finish(Visitor visitor, Page answer, Faults faults) {
        Page page = visitor.follow(answer);
        for (int i = 0; page.document().selectFirst(".bulk") != null; i++) {
            assertThat(i).isLessThan(MOST_REQUESTS);
            faults.next();
            page = visitor.follow(visitor.submit(page.form(".bulk form"), Map.of()));
        }
        faults.end();
        assertThat(page.status()).isEqualTo(200);
        return page;
    }

    private static int count(Page list) {
        String said = list.document().select(".done-text").text();
        assertThat(said).doesNotContain("no longer there").doesNotContain("Refused");
        return Integer.parseInt(said.replaceAll("[^0-9]", ""));
    }

    /** Returns each message with its flags, in the order of their numbers: one that is there twice is named twice. */
    private static List<String> state(MailboxFiller mail, String mailbox) throws IOException {
        List<String> state = new ArrayList<>();
        mail.command("EXAMINE " + mailbox);
        if (mail.command("STATUS " + mailbox + " (MESSAGES)").stream().anyMatch(line -> line.contains("MESSAGES 0"))) {
            return state;
        }
        for (String line : mail.command("FETCH 1:* (FLAGS BODY.PEEK[HEADER.FIELDS (SUBJECT)])")) {
            Matcher match = NUMBER.matcher(line);
            if (match.find()) {
                String flags = List.of(
                                match.group(1).replace("\\Recent", "").strip().split(" +"))
                        .stream()
                        .sorted()
                        .collect(Collectors.joining(" "));
                state.add("%05d %s".formatted(Integer.parseInt(match.group(2)), flags));
            }
        }
        state.sort(null);
        return state;
    }

    /** Breaks a connection somewhere, now on the one side and now on the other; at the same places each time. */
    private static final class Faults {

        private final Random random = new Random(7);
        private final TcpProxy proxy;

        Faults(TcpProxy proxy) {
            this.proxy = proxy;
        }

        void next() {
            if (proxy == null) {
                return;
            }
            if (random.nextInt(3) == 0) {
                proxy.deafAfter(random.nextInt(500));
            } else {
                proxy.cutAfter((long) Math.exp(random.nextDouble() * 12));
            }
        }

        void end() {
            if (proxy != null) {
                proxy.heal();
                proxy.deafAfter(Long.MAX_VALUE);
            }
        }
    }
}
