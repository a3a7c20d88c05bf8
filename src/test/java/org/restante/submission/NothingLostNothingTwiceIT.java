package org.restante.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.Test;
import org.restante.testing.Dovecot;
import org.restante.testing.MailboxFiller;
import org.restante.testing.Page;
import org.restante.testing.Postgres;
import org.restante.testing.RunningRestante;
import org.restante.testing.ScriptedServer;
import org.restante.testing.SmtpScript;
import org.restante.testing.TcpProxy;
import org.restante.testing.Visitor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Messages with unique recipients are sent by forms over two replicas, while connections to Dovecot and to the server for sending break at
 * random octets, forms are sent twice and messages are taken back. Then what arrived is compared with what was said.
 */
class NothingLostNothingTwiceIT {

    private static final boolean ENDURANCE = Boolean.getBoolean("restante.endurance");
    private static final int MESSAGES = ENDURANCE ? 1000 : 40;
    private static final int PEOPLE = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(ENDURANCE ? 30 : 4);
    private static final Pattern MESSAGE_ID = Pattern.compile("(?m)^Message-ID: *(<[^>]+>)", Pattern.CASE_INSENSITIVE);

    /** What the servers do; most messages meet none of it but the broken connections. */
    private static final List<String> FAULTS =
            List.of("to", "to", "to", "to", "to", "lost", "cutonce", "once", "unknown", "spam", "full");

    private final SmtpScript smtp = new SmtpScript();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Set<String> takenBack = ConcurrentHashMap.newKeySet();
    private final long seed = Long.getLong("restante.seed", System.nanoTime());

    /** A message of the outbox, as the database has it in the end. */
    private record Sent(
            String id, String state, String problem, String messageId, String recipient, String delivered) {}

    @Test
    void what_was_acknowledged_arrived_once_and_the_rest_is_said() throws Exception {
        String database = Postgres.url() + "&currentSchema=invariant";
        try (ScriptedServer server = ScriptedServer.playing(smtp);
                TcpProxy sending = TcpProxy.unrecordedTo(server.port());
                TcpProxy reading = TcpProxy.unrecordedTo(Dovecot.shared().imapPort());
                RunningRestante one = replica(database, sending, reading);
                RunningRestante two = replica(database, sending, reading)) {
            List<String> origins = List.of(one.origin(), two.origin());
            boolean[] over = {false};
            Thread weather = new Thread(() -> badWeather(sending, reading, over), "weather");
            weather.start();
            sendAll(origins);
            over[0] = true;
            weather.join();
            sending.heal();
            reading.heal();
            List<Sent> sent = settled(JdbcClient.create(source(database)));
            judge(sent);
        }
    }

    private static RunningRestante replica(String database, TcpProxy sending, TcpProxy reading) {
        return RunningRestante.onDatabase(
                database,
                "imap://127.0.0.1:" + reading.port() + "?tls=off",
                "restante.servers.default.submission=smtp://127.0.0.1:" + sending.port() + "?tls=off",
                "spring.flyway.schemas=invariant",
                "restante.secret=long enough to be a secret of a test",
                "restante.limits.connect=2s",
                "restante.limits.exchange=2s",
                "restante.outbox.undo=300ms",
                "restante.outbox.look-every=100ms",
                "restante.outbox.lease=8s",
                "restante.outbox.retry=1s");
    }

    private static DataSource source(String database) {
        return new DriverManagerDataSource(database);
    }

    /** Breaks connections at random octets of what either side says. */
    private void badWeather(TcpProxy sending, TcpProxy reading, boolean[] over) {
        var random = new Random(seed);
        while (!over[0]) {
            TcpProxy proxy = random.nextBoolean() ? sending : reading;
            switch (random.nextInt(4)) {
                case 0 -> proxy.resetAfter(random.nextInt(1200));
                case 1 -> proxy.cutAfter(random.nextInt(1200));
                case 2 -> proxy.deafAfter(random.nextInt(3000));
                default -> proxy.closeConnections();
            }
            LockSupport.parkNanos(Duration.ofMillis(100 + random.nextInt(300)).toNanos());
        }
    }

    private void sendAll(List<String> origins) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(PEOPLE);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int person = 0; person < PEOPLE; person++) {
                int number = person;
                all.add(people.submit(() -> sendAs(number, origins)));
            }
            for (Future<?> each : all) {
                each.get();
            }
        } finally {
            people.shutdownNow();
        }
    }

    private void sendAs(int person, List<String> origins) {
        var random = new Random(seed + person + 1);
        Visitor visitor = signedIn(person, origins.get(0));
        for (int i = person; i < MESSAGES; i += PEOPLE) {
            String to = FAULTS.get(random.nextInt(FAULTS.size())) + "-" + i + "@else.example";
            try {
                send(visitor, to, random, origins);
            } catch (RuntimeException | AssertionError e) {
                // It was not acknowledged: the person sees an error, or none of it at all.
                acknowledged.remove(to);
            }
        }
    }

    private static Visitor signedIn(int person, String origin) {
        for (int attempt = 1; ; attempt++) {
            try {
                return new Visitor(port(origin)).signedIn("sender" + person + "@invariant.example", Dovecot.PASSWORD);
            } catch (RuntimeException | AssertionError e) {
                if (attempt == 60) {
                    throw e;
                }
            }
        }
    }

    private static int port(String origin) {
        return Integer.parseInt(origin.substring(origin.lastIndexOf(':') + 1));
    }

    /** Some click twice, some on another replica, and some take it back. */
    private void send(Visitor visitor, String to, Random random, List<String> origins) {
        FormElement form = visitor.get("/compose").form("#composer");
        var typed = new HashMap<>(Map.of("to", to, "subject", "Unique " + to, "text", "Text\n".repeat(40)));
        if (form.select("[name=name]").isEmpty()) {
            typed.remove("name");
        } else {
            typed.put("name", "Sender");
        }
        String action = form.selectFirst("[data-send]").attr("formaction");
        String where = origins.get(random.nextInt(origins.size()));
        if (isRedirect(visitor.submit(form, where + action, typed))) {
            acknowledged.add(to);
        }
        if (random.nextInt(4) == 0) {
            visitor.submit(form, origins.get(random.nextInt(origins.size())) + action, typed);
        }
        if (random.nextInt(8) == 0) {
            String withdrawal = action.replaceAll("/drafts/([0-9a-f]+)/submission", "/outbox/$1/withdrawal");
            Page answer = visitor.submit(form, where + withdrawal, Map.of());
            if (isRedirect(answer) && answer.header("Location").contains("/drafts/")) {
                takenBack.add(to);
            }
        }
    }

    private static boolean isRedirect(Page answer) {
        return answer.status() == 303 && !answer.header("Location").contains("/login");
    }

    /** Waits until nothing goes on by itself any more. */
    private static List<Sent> settled(JdbcClient database) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (database.sql("select count(*) from outbox where next_at is not null")
                        .query(Long.class)
                        .single()
                > 0) {
            assertThat(System.nanoTime()).as("all comes to an end").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
        return database.sql(
                        "select o.id, o.state, o.problem, o.message_id, r.address, r.state as delivered from outbox o"
                                + " join outbox_recipient r on r.outbox_id = o.id")
                .query((row, number) -> new Sent(
                        row.getString("id"),
                        row.getString("state"),
                        row.getString("problem"),
                        row.getString("message_id"),
                        row.getString("address"),
                        row.getString("delivered")))
                .list();
    }

    private void judge(List<Sent> sent) throws IOException {
        Map<String, Integer> copies = copies();
        Map<String, Integer> states = new TreeMap<>();
        Map<String, Sent> rows = new HashMap<>();
        for (Sent each : sent) {
            assertThat(rows.put(each.recipient(), each))
                    .as("one row for %s", each)
                    .isNull();
            states.merge(each.state(), 1, Integer::sum);
            judge(each, copies.getOrDefault(each.messageId(), 0));
        }
        assertThat(rows.keySet()).as("what was acknowledged is known").containsAll(acknowledged);
        for (int i = 0; i < MESSAGES; i++) {
            int number = i;
            FAULTS.stream()
                    .map(fault -> fault + "-" + number + "@else.example")
                    .filter(to -> !rows.containsKey(to))
                    .forEach(to -> assertThat(smtp.takenFor(to))
                            .as("never sent: %s", to)
                            .isEmpty());
        }
        System.out.printf(
                "seed %d: of %d messages %d were acknowledged and %d taken back; in the end %s%n",
                seed, MESSAGES, acknowledged.size(), takenBack.size(), states);
        assertThat(acknowledged).as("the weather let something through").hasSizeGreaterThan(MESSAGES / 2);
    }

    private void judge(Sent each, int copies) {
        int arrived = smtp.takenFor(each.recipient()).size();
        String what = each + " (seed " + seed + ")";
        assertThat(arrived).as("at most once: %s", what).isLessThanOrEqualTo(1);
        assertThat(copies).as("one copy at most: %s", what).isLessThanOrEqualTo(1);
        assertThat(takenBack.contains(each.recipient()))
                .as(what)
                .isEqualTo(each.state().equals("CANCELLED"));
        switch (each.state()) {
            case "DONE" -> {
                assertThat(each.delivered()).as(what).isEqualTo("SENT");
                assertThat(arrived).as("arrived: %s", what).isEqualTo(1);
                assertThat(copies).as("its copy: %s", what).isEqualTo(1);
            }
            case "SENT" -> {
                assertThat(each.problem()).as(what).isEqualTo("COPY");
                assertThat(arrived).as("arrived: %s", what).isEqualTo(1);
            }
            case "UNCERTAIN" -> assertThat(copies).as(what).isZero();
            case "REFUSED", "CANCELLED" ->
                assertThat(arrived).as("not sent: %s", what).isZero();
            default -> throw new AssertionError("it stands still in no state that is said: " + what);
        }
    }

    /** Returns how many copies the mailboxes of sent mail hold, by Message-ID. */
    private static Map<String, Integer> copies() throws IOException {
        Map<String, Integer> copies = new HashMap<>();
        for (int person = 0; person < PEOPLE; person++) {
            String user = "sender" + person + "@invariant.example";
            try (var mail = MailboxFiller.open(Dovecot.shared().imapPort(), user, Dovecot.PASSWORD)) {
                mail.command("SELECT Sent");
                String headers = String.join("\n", mail.command("FETCH 1:* (BODY.PEEK[HEADER.FIELDS (MESSAGE-ID)])"));
                var found = MESSAGE_ID.matcher(headers);
                while (found.find()) {
                    copies.merge(found.group(1), 1, Integer::sum);
                }
            }
        }
        return copies;
    }
}
