package org.restante;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.restante.testing.Crowd;
import org.restante.testing.Dovecot;
import org.restante.testing.Postgres;
import org.restante.testing.Replicas;
import org.restante.testing.RestanteProcess;
import org.restante.testing.ScriptedServer;
import org.restante.testing.SmtpScript;
import org.restante.testing.Visitor;

/**
 * Three replicas behind a load balancer, under 50 people; every 30 seconds one is drained or killed while another one starts, for five minutes.
 * {@code -Drestante.rolling=60} says for how many seconds instead.
 */
@EnabledIfSystemProperty(named = "restante.endurance", matches = "true", disabledReason = "takes minutes")
class RollingReplicasIT {

    private static final Duration LONG = Duration.ofSeconds(Integer.getInteger("restante.rolling", 300));
    private static final Duration EVERY = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int PEOPLE = 50;
    private static final int NO_ANSWER = 502;

    private final SmtpScript smtp = new SmtpScript();

    @Test
    void no_request_fails_while_replicas_are_drained() throws Exception {
        Crowd crowd = roll("drained", Replicas::drainOne);

        assertThat(crowd.healed()).isEmpty();
    }

    @Test
    void a_second_attempt_is_all_that_one_which_is_killed_costs() throws Exception {
        roll("killed", Replicas::killOne);
    }

    private Crowd roll(String name, Consumer<Replicas> change) throws Exception {
        try (ScriptedServer sending = ScriptedServer.playing(smtp);
                Replicas replicas = start("rolling_" + name, sending.port())) {
            Crowd crowd = new Crowd(name, PEOPLE, replicas::port, Duration.ofSeconds(2), status -> status == NO_ANSWER);
            try (crowd) {
                crowd.start();
                long end = System.nanoTime() + LONG.toNanos();
                while (System.nanoTime() < end) {
                    change.accept(replicas);
                    LockSupport.parkNanos(EVERY.toNanos());
                    await().atMost(PATIENCE).until(() -> replicas.ready().size() == 3);
                }
            }
            System.out.printf(
                    "%s: %d requests, %s on average, %d healed by a second attempt, %d messages sent, never fewer than %d ready%n",
                    name,
                    crowd.requests(),
                    crowd.average(),
                    crowd.healed().size(),
                    crowd.sent().size(),
                    replicas.fewest());
            assertThat(crowd.failures()).isEmpty();
            assertThat(replicas.fewest()).isGreaterThanOrEqualTo(2);
            assertEverythingWasSentOnce(crowd);
            assertSigningOutCountsEverywhere(crowd.people().get(0), replicas);
            return crowd;
        }
    }

    private static Replicas start(String database, int smtpPort) throws Exception {
        String url = Postgres.newDatabase(database);
        return new Replicas(
                3,
                () -> RestanteProcess.launch(
                        "spring.datasource.url=" + url,
                        "spring.datasource.hikari.maximum-pool-size=5",
                        "restante.servers.default.incoming=imap://127.0.0.1:"
                                + Dovecot.shared().imapPort() + "?tls=off",
                        "restante.servers.default.submission=smtp://127.0.0.1:" + smtpPort + "?tls=off",
                        "restante.secret=long enough to be a secret of a test",
                        "restante.outbox.undo=0s",
                        "restante.outbox.lease=5s",
                        "restante.drain=5s"));
    }

    private void assertEverythingWasSentOnce(Crowd crowd) {
        assertThat(crowd.sent()).isNotEmpty();
        await().atMost(PATIENCE)
                .pollInterval(1, TimeUnit.SECONDS)
                .untilAsserted(() -> assertThat(crowd.sent())
                        .allSatisfy(to -> assertThat(smtp.takenFor(to)).hasSize(1)));
    }

    private static void assertSigningOutCountsEverywhere(Visitor visitor, Replicas replicas) {
        Map<String, String> cookies = Map.copyOf(visitor.cookies());
        visitor.submit(visitor.get("/mail/INBOX").form("form.sign-out"), Map.of());
        assertThat(replicas.ready()).hasSize(3).allSatisfy(replica -> {
            var thief = new Visitor(replica.port());
            thief.cookies().putAll(cookies);
            assertThat(thief.get("/mail/INBOX").isSignIn()).isTrue();
        });
    }
}
