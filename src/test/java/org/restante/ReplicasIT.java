package org.restante;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.restante.testing.Page;
import org.restante.testing.Person;
import org.restante.testing.Postgres;
import org.restante.testing.RestanteProcess;
import org.restante.testing.TcpProxy;
import org.restante.testing.Visitor;
import tools.jackson.databind.json.JsonMapper;

/** Three processes on one PostgreSQL, each request of a person to another one of them; one is told to stop while it has work. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReplicasIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String PASSWORD = "Canary/Replica+4711";
    private static final int LARGE = 3000;

    private static TcpProxy mail;
    private static Person person;
    private static List<RestanteProcess> replicas;
    private static final AtomicInteger NEXT = new AtomicInteger();

    @BeforeAll
    static void start() throws Exception {
        person = Person.at("whole.example", PASSWORD)
                .withMessage("INBOX", "First")
                .withSource(
                        "INBOX",
                        "Subject: Nachtigall\nDate: Tue, 24 Nov 2026 10:00:00 +0000\n\n"
                                + "x".repeat(70).concat("\n").repeat(LARGE / 71) + "the end\n");
        mail = TcpProxy.to(person.imapPort());
        String[] properties = {
            "spring.datasource.url=" + Postgres.newDatabase("replicas"),
            "restante.servers.default.incoming=imap://127.0.0.1:" + mail.port() + "?tls=off",
            "restante.secret=long enough to be a secret of a test",
            "restante.limits.exchange=60s",
            "restante.limits.request=120s",
            "restante.drain=8s",
            "logging.structured.format.console=ecs"
        };
        // The first one makes the tables; that the others wait for it is what happens in production too.
        replicas = List.of(
                RestanteProcess.launch(properties),
                RestanteProcess.launch(properties),
                RestanteProcess.launch(properties));
        replicas.forEach(RestanteProcess::awaitReady);
    }

    @AfterAll
    static void stop() throws Exception {
        for (RestanteProcess replica : replicas) {
            replica.close();
        }
        mail.close();
    }

    private static Visitor roundRobin() {
        return new Visitor(
                () -> replicas.get(NEXT.getAndIncrement() % replicas.size()).port());
    }

    @Test
    @Order(1)
    void any_replica_answers_any_request_and_signing_out_counts_on_all() {
        Visitor visitor = roundRobin().signedIn(person.address(), PASSWORD);
        for (int i = 0; i < replicas.size(); i++) {
            Page list = visitor.get("/mail/INBOX");
            assertThat(list.refs()).hasSize(2);
            Page flagged = visitor.submit(
                    list.form("form.messages"),
                    "/mail/INBOX/" + (i % 2 == 0 ? "flag" : "unflag"),
                    Map.of("ref", list.refs().get(0)));
            assertThat(flagged.status() / 100).isEqualTo(3);
            Page message = visitor.get("/mail/INBOX/" + list.refs().get(0));
            assertThat(message.status()).isEqualTo(200);
            assertThat(visitor.get(message.document().selectFirst("iframe.body").attr("src"))
                            .status())
                    .isEqualTo(200);
        }
        Map<String, String> cookies = Map.copyOf(visitor.cookies());
        Page out = visitor.submit(visitor.get("/mail/INBOX").form("form.sign-out"), Map.of());

        assertThat(out.status() / 100).isEqualTo(3);
        for (RestanteProcess replica : replicas) {
            Visitor thief = new Visitor(replica.port());
            thief.cookies().putAll(cookies);
            assertThat(thief.get("/mail/INBOX").isSignIn()).isTrue();
        }
    }

    @Test
    @Order(2)
    void operators_see_how_it_goes_and_nobody_reads_of_people_there() {
        roundRobin().signIn(person.address(), PASSWORD + "x");
        Visitor operator = replicas.get(0).operator();
        Visitor visitor = new Visitor(replicas.get(0).port()).signedIn(person.address(), PASSWORD);
        visitor.get("/mail/INBOX/" + visitor.get("/mail/INBOX").refs().get(0));
        String metrics = operator.get("/actuator/prometheus").text();
        String status = operator.get("/actuator/status").text();

        assertThat(metrics)
                .contains(
                        "restante_pool_idle",
                        "restante_mail_exchange_seconds_count{command=",
                        "restante_envelopes_found_total",
                        "restante_cache_lookups_total",
                        "restante_page_rendering_seconds_count{template=\"message/list\"",
                        "restante_message_sanitising_seconds_count",
                        "uri=\"/mail/{folder}\"")
                .containsPattern("restante_sign_in_total\\{outcome=\"passed\",server=\"default\"} [1-9]");
        assertThat(JsonMapper.shared().readTree(status).at("/database/reached").asBoolean())
                .isTrue();
        assertThat(JsonMapper.shared()
                        .readTree(status)
                        .at("/servers/default/incoming/reached")
                        .asBoolean())
                .isTrue();
        String logs = replicas.stream().map(RestanteProcess::log).reduce("", String::concat);
        assertThat(logs).contains("sign-in outcome=passed server=default account=");
        assertThat(logs + metrics + status).doesNotContain(person.address(), PASSWORD, "Nachtigall");
    }

    @Test
    @Order(3)
    void log_lines_are_json_where_asked_for_and_bear_the_request() {
        List<String> lines = replicas.get(0)
                .log()
                .lines()
                .filter(line -> line.contains("org.restante.audit"))
                .toList();

        assertThat(lines).isNotEmpty().allSatisfy(line -> {
            var json = JsonMapper.shared().readTree(line);
            assertThat(json.at("/message").asString()).startsWith("sign-in outcome=");
            assertThat(json.at("/request").asString()).hasSize(8);
        });
    }

    @Test
    @Order(4)
    void one_that_is_told_to_stop_says_so_answers_for_a_while_finishes_and_takes_leave_of_the_mail_server()
            throws Exception {
        RestanteProcess leaving = replicas.get(1);
        Visitor visitor = new Visitor(leaving.port()).signedIn(person.address(), PASSWORD);
        String large = visitor.get("/mail/INBOX").refs().get(0);
        mail.recording().clear();
        mail.trickle(Duration.ofMillis(1));
        CompletableFuture<Page> open =
                CompletableFuture.supplyAsync(() -> visitor.get("/mail/INBOX/" + large + "/source"));
        await().atMost(PATIENCE).until(() -> mail.recording().sent().contains("FETCH"));
        leaving.terminate();

        await().atMost(PATIENCE).until(() -> leaving.readiness() == 503);
        assertThat(new Visitor(leaving.port()).get("/login").status()).isEqualTo(200);
        assertThat(open.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).text()).contains("the end");
        mail.heal();
        assertThat(leaving.exit(PATIENCE.toSeconds())).isEqualTo(143);
        assertThat(mail.recording().commands()).contains("LOGOUT");
        assertThat(roundRobinOfOthers()
                        .signedIn(person.address(), PASSWORD)
                        .get("/mail/INBOX")
                        .status())
                .isEqualTo(200);
    }

    @Test
    @Order(5)
    void one_that_is_killed_leaves_its_people_to_another_one() {
        Visitor visitor = new Visitor(() -> replicas.get(NEXT.get()).port());
        NEXT.set(2);
        visitor.signedIn(person.address(), PASSWORD);
        Page list = visitor.get("/mail/INBOX");
        replicas.get(2).kill();
        NEXT.set(0);

        assertThat(visitor.submit(
                                        list.form("form.messages"),
                                        "/mail/INBOX/flag",
                                        Map.of("ref", list.refs().get(0)))
                                .status()
                        / 100)
                .isEqualTo(3);
        assertThat(visitor.get("/mail/INBOX/" + list.refs().get(0)).status()).isEqualTo(200);
    }

    private static Visitor roundRobinOfOthers() {
        return new Visitor(() -> replicas.get(NEXT.getAndIncrement() % 2 * 2).port());
    }
}
