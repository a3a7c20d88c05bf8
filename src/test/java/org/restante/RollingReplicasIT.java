package org.restante;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.restante.testing.Page;
import org.restante.testing.Person;
import org.restante.testing.Postgres;
import org.restante.testing.Replicas;
import org.restante.testing.RestanteProcess;
import org.restante.testing.Visitor;

/** Three replicas under load of 50 people, of which one is drained or killed every 30 seconds, for five minutes. */
@EnabledIfSystemProperty(named = "restante.endurance", matches = "true", disabledReason = "takes minutes")
class RollingReplicasIT {

    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration EVERY = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int PEOPLE = 50;

    private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicLong requests = new AtomicLong();
    private final AtomicBoolean over = new AtomicBoolean();

    @Test
    void no_request_fails_while_replicas_come_and_go() throws Exception {
        try (Replicas replicas = start("rolling_drained")) {
            roll(replicas, () -> replicas.drainOne());
        }
        assertThat(failures).isEmpty();
        assertThat(requests.get()).isGreaterThan(PEOPLE);
    }

    @Test
    void one_that_is_killed_costs_no_more_than_a_second_try() throws Exception {
        try (Replicas replicas = start("rolling_killed")) {
            roll(replicas, () -> {
                try {
                    replicas.killOne();
                } catch (java.io.IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        assertThat(failures).allMatch(failure -> failure.endsWith("502"));
    }

    private static Replicas start(String database) throws Exception {
        String url = Postgres.newDatabase(database);
        int imap = Person.at("whole.example").imapPort();
        return new Replicas(
                3,
                () -> RestanteProcess.launch(
                        "spring.datasource.url=" + url,
                        "spring.datasource.hikari.maximum-pool-size=5",
                        "restante.servers.default.incoming=imap://127.0.0.1:" + imap + "?tls=off",
                        "restante.secret=long enough to be a secret of a test",
                        "restante.drain=5s"));
    }

    private void roll(Replicas replicas, Runnable change) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(PEOPLE);
        for (Visitor visitor : visitors(replicas.port())) {
            people.execute(() -> work(visitor));
        }
        long end = System.nanoTime() + LONG.toNanos();
        while (System.nanoTime() < end) {
            Thread.sleep(EVERY.toMillis());
            await().atMost(PATIENCE).until(() -> replicas.ready() >= 3);
            change.run();
        }
        over.set(true);
        people.shutdown();
        assertThat(people.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    private static List<Visitor> visitors(int port) throws Exception {
        List<Visitor> visitors = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            visitors.add(Person.at("whole.example").withMessage("INBOX", "One").signedInAt(port));
        }
        return visitors;
    }

    private void work(Visitor visitor) {
        while (!over.get()) {
            Page list = visitor.get("/mail/INBOX");
            if (isWell(list, 200)) {
                String ref = list.refs().get(0);
                isWell(visitor.get("/mail/INBOX/" + ref), 200);
                isWell(visitor.submit(list.form("form.messages"), "/mail/INBOX/flag", Map.of("ref", ref)), 303);
            }
        }
    }

    private boolean isWell(Page page, int status) {
        requests.incrementAndGet();
        if (page.status() != status) {
            failures.add(page.address() + " " + page.status());
        }
        return page.status() == status;
    }
}
