package org.restante.mailstore.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.restante.mailstore.Credential;
import org.restante.mailstore.MailFailure;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.MaildropPolicy;
import org.restante.mailstore.MaildropPolicy.Kind;
import org.restante.testing.FailingDatabase;
import org.restante.testing.FailingDatabase.Fate;
import org.restante.testing.Pop3Script;
import org.restante.testing.Pop3Script.Cut;
import org.restante.testing.ScriptedServer;
import org.restante.testing.TestDatabase;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;

/**
 * Mail that is removed from its maildrop is neither lost nor doubled, wherever the conversation or the database breaks, and however many
 * replicas are at it. With {@code -Drestante.endurance=true} with 1,000 messages, a hundred times.
 */
class RemovalFaultsTest {

    private static final boolean ENDURANCE = Boolean.getBoolean("restante.endurance");
    private static final int FEW = 4;
    private static final int MANY = ENDURANCE ? 1000 : 30;
    private static final int RUNS = ENDURANCE ? 100 : 3;
    private static final int MOST_POINTS = 400;

    private final DataSource database = createDatabase();
    private int people;

    protected DataSource createDatabase() {
        return TestDatabase.h2();
    }

    /** Returns how many points of failure are passed over for each that is tried. */
    protected int passedOver() {
        return ENDURANCE ? 0 : 4;
    }

    /** An account of its own, with messages whose subjects are unique. */
    private final class Case implements AutoCloseable {

        final Pop3Script maildrop = new Pop3Script();
        final ScriptedServer server = ScriptedServer.playing(maildrop);
        final Credential credential =
                LocalStores.removing(LocalStores.credential(server.port(), "person" + people++ + "@example.org"));
        final int count;

        Case(int count) throws IOException {
            this.count = count;
            maildrop.messages(
                    "u",
                    IntStream.rangeClosed(1, count)
                            .mapToObj(i -> "Subject: number " + i + "\nMessage-ID: <" + i + "@x>\n\nText " + i + "\n")
                            .toList());
            try (LocalMailStores stores = LocalStores.on(database)) {
                stores.choose(credential, new MaildropPolicy(Kind.REMOVE, 0));
            }
        }

        /** Looks once, whatever comes of it, and lets a lease that nobody gave back come to its end. */
        void tryToVisit(DataSource source) throws IOException {
            try (LocalMailStores stores = LocalStores.on(source)) {
                look(stores);
                settleDown();
            }
        }

        void look(LocalMailStores stores) throws IOException {
            try {
                new Visits(database, stores.of(credential)).rows(MailboxName.INBOX);
            } catch (MailFailure | DataAccessException | TransactionException e) {
                // Whoever looks is told.
            }
        }

        private void settleDown() {
            try {
                await().atMost(Duration.ofMillis(500))
                        .pollInterval(Duration.ofMillis(2))
                        .until(() -> !isLeased());
            } catch (org.awaitility.core.ConditionTimeoutException e) {
                JdbcClient.create(database)
                        .sql("update maildrop set lease_owner = null where login = :login")
                        .param("login", credential.login())
                        .update();
            }
        }

        private boolean isLeased() {
            return JdbcClient.create(database)
                            .sql("select count(*) from maildrop where login = :login and lease_owner is not null")
                            .param("login", credential.login())
                            .query(Integer.class)
                            .single()
                    > 0;
        }

        /** At any time each message lies in the maildrop or, whole, in the database. */
        void assertNothingIsLost() {
            Set<String> somewhere = new HashSet<>(maildrop.names());
            somewhere.addAll(JdbcClient.create(database)
                    .sql("select m.uidl from local_message m join maildrop d on d.id = m.maildrop_id"
                            + " join content c on c.id = m.content_id"
                            + " where d.login = :login and m.kept and c.size = m.size")
                    .param("login", credential.login())
                    .query(String.class)
                    .list());
            assertThat(somewhere).hasSize(count);
        }

        /** Once all is well again, everything lies here, once, and nothing there. */
        void assertItEndsWell() throws IOException {
            for (int visit = 0; visit < 20 && !maildrop.names().isEmpty(); visit++) {
                tryToVisit(database);
            }
            assertThat(maildrop.names()).isEmpty();
            try (LocalMailStores stores = LocalStores.on(database)) {
                assertThat(new Visits(database, stores.of(credential)).sources())
                        .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, count)
                                .mapToObj(i -> "Subject: number " + i + "\r\nMessage-ID: <" + i + "@x>\r\n\r\nText " + i
                                        + "\r\n")
                                .toList());
            }
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"BEFORE", "HALF", "AFTER"})
    void the_conversation_breaks_at_every_command(Cut cut) throws IOException {
        for (int point = 0; point < MOST_POINTS; point++) {
            try (var one = new Case(FEW)) {
                var at = new AtomicInteger(point);
                one.maildrop.cutting(command -> at.getAndDecrement() == 0 ? cut : Cut.NOWHERE);
                one.tryToVisit(database);
                boolean over = at.get() >= 0;
                one.maildrop.cutting(command -> Cut.NOWHERE);
                one.assertNothingIsLost();
                one.assertItEndsWell();
                if (over) {
                    assertThat(point).isGreaterThan(FEW * 2);
                    return;
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"REFUSED", "UNCERTAIN"})
    void the_database_fails_at_every_statement_and_commit(Fate fate) throws IOException {
        for (int point = 0; point < MOST_POINTS; point++) {
            try (var one = new Case(FEW)) {
                var at = new AtomicInteger(point);
                Supplier<Fate> fates = () -> at.getAndDecrement() == 0 ? fate : Fate.DONE;
                one.tryToVisit(FailingDatabase.before(database, fates));
                boolean over = at.get() >= 0;
                one.assertNothingIsLost();
                one.assertItEndsWell();
                if (over) {
                    assertThat(point).isGreaterThan(FEW * 2);
                    return;
                }
                point += passedOver();
            }
        }
    }

    @Test
    void everything_breaks_now_and_then_on_two_replicas_at_once() throws Exception {
        for (int run = 0; run < RUNS; run++) {
            var random = new Random(run);
            try (var one = new Case(MANY)) {
                Function<String, Cut> cuts =
                        command -> luck(random, MANY) ? Cut.values()[1 + random.nextInt(3)] : Cut.NOWHERE;
                Supplier<Fate> fates = () -> luck(random, 4 * MANY) ? Fate.values()[1 + random.nextInt(2)] : Fate.DONE;
                one.maildrop.cutting(cuts);
                try (LocalMailStores left = LocalStores.on(FailingDatabase.before(database, fates));
                        LocalMailStores right = LocalStores.on(FailingDatabase.before(database, fates))) {
                    List<Thread> threads = new ArrayList<>();
                    for (LocalMailStores stores : List.of(left, right)) {
                        threads.add(start(() -> {
                            for (int visit = 0; visit < 5; visit++) {
                                one.look(stores);
                                one.settleDown();
                            }
                        }));
                    }
                    for (Thread thread : threads) {
                        thread.join();
                    }
                }
                one.assertNothingIsLost();
                one.maildrop.cutting(command -> Cut.NOWHERE);
                one.settleDown();
                one.assertItEndsWell();
            }
        }
    }

    private static synchronized boolean luck(Random random, int bound) {
        return random.nextInt(bound) == 0;
    }

    private interface Work {
        void run() throws IOException;
    }

    private static Thread start(Work work) {
        var thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        thread.start();
        return thread;
    }
}
