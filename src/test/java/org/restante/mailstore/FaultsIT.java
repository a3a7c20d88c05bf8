package org.restante.mailstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.restante.testing.Dovecot;
import org.restante.testing.HttpBrowser;
import org.restante.testing.RunningRestante;
import org.restante.testing.ScriptedServer;
import org.restante.testing.TcpProxy;

/** What people see of mail servers on their bad days: each request ends in time with a page that says so, and others read on. */
class FaultsIT {

    private static final Duration EXCHANGE = Duration.ofSeconds(2);
    private static final Duration REQUEST = Duration.ofSeconds(3);

    /** For what the machine adds, which others use too. */
    private static final Duration SLACK = Duration.ofSeconds(3);

    private static final Executor THREADS = work -> new Thread(work).start();

    private record Timed(HttpResponse<String> response, Duration took) {}

    private static Dovecot stopped;
    private static Dovecot limited;
    private static TcpProxy proxy;
    private static ScriptedServer throttling;
    private static RunningRestante restante;

    @BeforeAll
    static void start() throws IOException {
        stopped = Dovecot.start();
        limited = Dovecot.startWithConnectionLimit(2);
        proxy = TcpProxy.to(Dovecot.shared().imapPort());
        throttling = ScriptedServer.playing(script -> {
            script.line("* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR] hello").expect("AUTHENTICATE");
            script.line("%t NO [UNAVAILABLE] Temporary authentication failure.").hold();
        });
        restante = RunningRestante.inFrontOf(
                clear(Dovecot.shared().imapPort()),
                "restante.servers.default.domains=well.example",
                "restante.servers.stopped.domains=stopped.example",
                "restante.servers.stopped.incoming=" + clear(stopped.imapPort()),
                "restante.servers.limited.domains=limited.example",
                "restante.servers.limited.incoming=" + clear(limited.imapPort()),
                "restante.servers.proxied.domains=proxied.example",
                "restante.servers.proxied.incoming=" + clear(proxy.port()),
                "restante.servers.throttling.domains=throttling.example",
                "restante.servers.throttling.incoming=" + clear(throttling.port()),
                "restante.limits.connect=1s",
                "restante.limits.exchange=" + EXCHANGE.toSeconds() + "s",
                "restante.limits.request=" + REQUEST.toSeconds() + "s");
    }

    @AfterAll
    static void stop() throws IOException {
        if (restante != null) {
            restante.close();
            throttling.close();
            proxy.close();
            limited.close();
            stopped.close();
        }
    }

    private static String clear(int port) {
        return "imap://127.0.0.1:" + port + "?tls=off";
    }

    @Test
    void a_server_that_is_stopped_holds_up_its_own_people_for_a_limited_time_and_nobody_else() throws Exception {
        HttpBrowser held = signedIn("ann@stopped.example");
        HttpBrowser other = signedIn("bert@well.example");
        latencies(other, 50);
        Duration usual = Duration.ofNanos(p95(latencies(other, 50)));
        stopped.freeze();
        List<CompletableFuture<Timed>> requests =
                IntStream.range(0, 20).mapToObj(i -> ask(held, "/mail/INBOX")).toList();
        List<Long> meanwhile = new ArrayList<>();
        do {
            meanwhile.addAll(latencies(other, 10));
        } while (!requests.stream().allMatch(CompletableFuture::isDone));
        var signIn = new HttpBrowser(restante.origin()).signIn("carl@stopped.example", Dovecot.PASSWORD);
        stopped.thaw();

        assertThat(requests).allSatisfy(each -> assertGivenUp(each.join()));
        assertThat(signIn.statusCode()).isEqualTo(504);
        assertThat(signIn.body()).contains("did not answer in time");
        Duration during = Duration.ofNanos(p95(meanwhile));
        assertThat(during)
                .as("95 %% of the others, before in %s", usual)
                .isLessThan(usual.multipliedBy(10).plusMillis(200));
        for (int i = 0; i < 10; i++) {
            assertThat(held.get("/mail/INBOX").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_connection_that_is_only_half_there_is_given_up_and_replaced() throws Exception {
        HttpBrowser browser = signedIn("half@proxied.example");
        proxy.stall();
        Timed given = ask(browser, "/mail/INBOX").get(30, TimeUnit.SECONDS);
        proxy.heal();
        proxy.closeConnections();

        assertGivenUp(given);
        assertThat(browser.get("/mail/INBOX").statusCode()).isEqualTo(200);
    }

    @Test
    void a_server_that_answers_an_octet_a_second_is_given_up() throws Exception {
        HttpBrowser browser = signedIn("slow@proxied.example");
        proxy.trickle(Duration.ofSeconds(1));
        Timed given = ask(browser, "/mail/INBOX").get(30, TimeUnit.SECONDS);
        proxy.heal();

        assertGivenUp(given);
        assertThat(browser.get("/mail/INBOX").statusCode()).isEqualTo(200);
    }

    @Test
    void twenty_tabs_share_the_two_connections_that_a_server_allows() {
        HttpBrowser browser = signedIn("tabs@limited.example");
        List<CompletableFuture<Timed>> tabs = IntStream.range(0, 20)
                .mapToObj(i -> ask(browser, "/mail/INBOX"))
                .toList();

        assertThat(tabs)
                .allSatisfy(tab -> assertThat(tab.join().response.statusCode())
                        .as(tab.join().response.body())
                        .isEqualTo(200));
    }

    @Test
    void a_server_that_is_busy_is_not_a_wrong_password_and_is_not_asked_at_once_again() {
        var browser = new HttpBrowser(restante.origin());
        for (int i = 0; i < 5; i++) {
            HttpResponse<String> answer = browser.signIn("dora@throttling.example", Dovecot.PASSWORD);

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body())
                    .contains("refuses sign-ins for now")
                    .doesNotContain("does not accept this name and password");
        }
        assertThat(throttling.connections()).isLessThan(5);
    }

    private static void assertGivenUp(Timed timed) {
        assertThat(timed.took).isLessThan(REQUEST.plus(SLACK));
        assertThat(timed.response.statusCode()).isEqualTo(504);
        assertThat(HttpBrowser.document(timed.response).select("h1").text())
                .isEqualTo("The mail server does not answer");
        assertThat(timed.response.body()).contains("Your mail is safe");
    }

    private static HttpBrowser signedIn(String name) {
        var browser = new HttpBrowser(restante.origin());
        assertThat(browser.signIn(name, Dovecot.PASSWORD).statusCode()).isEqualTo(303);
        assertThat(browser.get("/mail/INBOX").statusCode()).isEqualTo(200);
        return browser;
    }

    /** Asks as another tab of the same browser. */
    private static CompletableFuture<Timed> ask(HttpBrowser browser, String address) {
        var tab = new HttpBrowser(restante.origin());
        tab.cookies().putAll(browser.cookies());
        return CompletableFuture.supplyAsync(
                () -> {
                    long start = System.nanoTime();
                    HttpResponse<String> response = tab.get(address);
                    return new Timed(response, Duration.ofNanos(System.nanoTime() - start));
                },
                THREADS);
    }

    private static List<Long> latencies(HttpBrowser browser, int count) {
        List<Long> nanos = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long start = System.nanoTime();
            assertThat(browser.get("/mail/INBOX").statusCode()).isEqualTo(200);
            nanos.add(System.nanoTime() - start);
        }
        return nanos;
    }

    private static long p95(List<Long> nanos) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        return sorted[sorted.length * 95 / 100];
    }
}
