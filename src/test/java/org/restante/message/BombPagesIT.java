package org.restante.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.restante.testing.DovecotApplicationTest;
import org.restante.testing.DovecotUnderTest;
import org.restante.testing.MailboxFiller;
import org.restante.testing.Page;
import org.restante.testing.Person;
import org.restante.testing.Visitor;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Messages that are dear to read cost a bounded time and memory, from either kind of store. With {@code -Drestante.endurance=true} of full
 * size, and the heap is looked at while they are read.
 */
@DovecotApplicationTest
class BombPagesIT {

    private static final boolean ENDURANCE = Boolean.getBoolean("restante.endurance");
    private static final Map<String, String> BOMBS = Bombs.all(ENDURANCE ? 1 : 20);

    /** Five seconds, and what a busy machine adds to that. */
    private static final Duration LIMIT = Duration.ofSeconds(ENDURANCE ? 5 : 50);

    private static final long MOST_HEAP = 64 << 20;

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(strings = {DovecotUnderTest.DOVECOT, DovecotUnderTest.POP3})
    void each_is_read_in_bounded_time_and_memory(String domain) throws IOException {
        Person person = DovecotUnderTest.person("bombed", domain);
        List<String> names = List.copyOf(BOMBS.keySet());
        try (MailboxFiller mail = DovecotUnderTest.person("bombed", domain).mail()) {
            for (String name : names) {
                mail.append("INBOX", BOMBS.get(name));
            }
        }
        Visitor visitor = person.signedInAt(port);
        List<String> refs = refs(visitor, names.size());
        List<String> problems = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            for (String view : List.of("", "/body", "/body?view=text", "/headers", "/print")) {
                problems.addAll(problems(names.get(i) + view, "/mail/INBOX/" + refs.get(i) + view, visitor));
            }
        }
        assertThat(problems).isEmpty();
    }

    private static List<String> refs(Visitor visitor, int count) {
        List<String> refs = new ArrayList<>();
        for (int page = 1; refs.size() < count; page++) {
            Page list = visitor.get("/mail/INBOX?page=" + page);
            assertThat(list.refs()).as("page " + page).isNotEmpty();
            refs.addAll(list.refs());
        }
        refs.sort(Comparator.comparingLong(ref -> Long.parseLong(ref.split("-")[1])));
        return refs;
    }

    private static List<String> problems(String name, String address, Visitor visitor) {
        List<String> problems = new ArrayList<>();
        try (HeapWatch heap = new HeapWatch(ENDURANCE)) {
            long start = System.nanoTime();
            Page page = visitor.get(address);
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            if (page.status() != 200) {
                problems.add(name + ": " + page);
            }
            if (name.equals("contacts") && page.document().select(".card").size() != 5) {
                problems.add(name + " shows no cards");
            }
            if (took.compareTo(LIMIT) > 0) {
                problems.add(name + " took " + took.toMillis() + " ms");
            }
            if (heap.growth() - page.body().length > MOST_HEAP) {
                problems.add(name + " took " + (heap.growth() >> 20) + " MB");
            }
        }
        return problems;
    }
}
