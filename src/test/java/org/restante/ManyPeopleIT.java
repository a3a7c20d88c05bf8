package org.restante;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.restante.testing.Crowd;
import org.restante.testing.Dovecot;
import org.restante.testing.Postgres;
import org.restante.testing.RestanteProcess;
import org.restante.testing.ScriptedServer;
import org.restante.testing.SmtpScript;
import org.restante.testing.TcpProxy;

/** 300 people for ten minutes on one replica in 512 MB; and a minute without a database, under load. */
@EnabledIfSystemProperty(named = "restante.endurance", matches = "true", disabledReason = "takes minutes")
class ManyPeopleIT {

    private static final Duration LONG = Duration.ofSeconds(Integer.getInteger("restante.many", 600));
    private static final int PEOPLE = 300;
    private static final int MEGABYTES = 512;

    /** How much more memory and connections there may be at the end than at half-time. */
    private static final double FLAT = 1.15;

    private final SmtpScript smtp = new SmtpScript();

    /** What an operator sees at one moment. */
    private record Reading(long megabytes, double heap, double mail, double database) {

        static Reading of(RestanteProcess restante) {
            String metrics = restante.operator().get("/actuator/prometheus").text();
            return new Reading(
                    restante.residentMegabytes(),
                    sum(metrics, "jvm_memory_used_bytes\\{area=\"heap\"[^}]*}") / (1 << 20),
                    sum(metrics, "restante_pool_(?:idle|lent)(?:\\{[^}]*})?"),
                    sum(metrics, "hikaricp_connections(?:\\{[^}]*})?"));
        }

        private static double sum(String metrics, String name) {
            Matcher line = Pattern.compile("(?m)^" + name + " (\\S+)$").matcher(metrics);
            double sum = 0;
            while (line.find()) {
                sum += Double.parseDouble(line.group(1));
            }
            return sum;
        }
    }

    @Test
    void nothing_fails_and_nothing_grows() throws Exception {
        try (ScriptedServer sending = ScriptedServer.playing(smtp);
                RestanteProcess restante = RestanteProcess.launchSmall(
                                MEGABYTES, properties(Postgres.newDatabase("many_people"), sending.port()))
                        .awaitReady()) {
            Crowd crowd = new Crowd("many", PEOPLE, restante::port, Duration.ofSeconds(10), status -> false);
            List<Reading> readings = new ArrayList<>();
            try (crowd) {
                crowd.start();
                for (int i = 0; i < 20; i++) {
                    LockSupport.parkNanos(LONG.toNanos() / 20);
                    readings.add(Reading.of(restante));
                }
            }
            readings.forEach(System.out::println);
            System.out.printf("%d people: %d requests, %s on average%n", PEOPLE, crowd.requests(), crowd.average());

            assertThat(crowd.failures()).isEmpty();
            Reading half = readings.get(9);
            Reading last = readings.get(19);
            assertThat(last.megabytes).isLessThan(MEGABYTES);
            assertThat((double) last.megabytes).isLessThan(half.megabytes * FLAT);
            assertThat(last.mail).isLessThanOrEqualTo(Math.max(half.mail, PEOPLE) * FLAT);
            assertThat(last.database).isLessThanOrEqualTo(half.database + 1);
        }
    }

    @Test
    void a_minute_without_a_database_costs_nobody_more_than_that_minute() throws Exception {
        Postgres.newDatabase("minute");
        try (ScriptedServer sending = ScriptedServer.playing(smtp);
                TcpProxy database = TcpProxy.unrecordedTo(Postgres.port());
                RestanteProcess restante = RestanteProcess.launchSmall(
                                MEGABYTES,
                                properties(
                                        "jdbc:postgresql://127.0.0.1:" + database.port() + "/minute?user=postgres",
                                        sending.port()))
                        .awaitReady()) {
            Crowd crowd = new Crowd("minute", 50, restante::port, Duration.ofSeconds(1), status -> status == 503);
            try (crowd) {
                crowd.start();
                LockSupport.parkNanos(Duration.ofSeconds(30).toNanos());
                database.refuse();
                LockSupport.parkNanos(Duration.ofSeconds(60).toNanos());
                database.heal();
                LockSupport.parkNanos(Duration.ofSeconds(30).toNanos());
            }
            System.out.printf(
                    "a minute without a database: %d requests, %d after a 503%n",
                    crowd.requests(), crowd.healed().size());

            assertThat(crowd.failures()).isEmpty();
            assertThat(crowd.healed()).isNotEmpty();
            await().atMost(Duration.ofMinutes(2))
                    .untilAsserted(() -> assertThat(crowd.sent())
                            .isNotEmpty()
                            .allSatisfy(to -> assertThat(smtp.takenFor(to)).hasSize(1)));
        }
    }

    private static String[] properties(String database, int smtpPort) {
        return new String[] {
            "spring.datasource.url=" + database,
            "restante.servers.default.incoming=imap://127.0.0.1:"
                    + Dovecot.shared().imapPort() + "?tls=off",
            "restante.servers.default.submission=smtp://127.0.0.1:" + smtpPort + "?tls=off",
            "restante.secret=long enough to be a secret of a test",
            "restante.outbox.undo=0s"
        };
    }
}
