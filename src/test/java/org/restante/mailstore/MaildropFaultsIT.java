package org.restante.mailstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.restante.testing.Dovecot;
import org.restante.testing.HttpBrowser;
import org.restante.testing.MailboxFiller;
import org.restante.testing.RunningRestante;
import org.restante.testing.TcpProxy;

/** What people see of POP3 servers on their bad days. */
class MaildropFaultsIT {

    private static final Duration REQUEST = Duration.ofSeconds(4);

    /** For what the machine adds, which others use too. */
    private static final Duration SLACK = Duration.ofSeconds(4);

    private static final Executor THREADS = work -> new Thread(work).start();

    private record Timed(HttpResponse<String> response, Duration took) {}

    private static Dovecot stopped;
    private static TcpProxy proxy;
    private static RunningRestante restante;

    @BeforeAll
    static void start() throws IOException {
        stopped = Dovecot.start();
        proxy = TcpProxy.to(Dovecot.shared().pop3Port());
        restante = RunningRestante.inFrontOf(
                clear(Dovecot.shared().pop3Port()),
                "restante.servers.default.domains=well.example",
                "restante.servers.stopped.domains=stopped.example",
                "restante.servers.stopped.incoming=" + clear(stopped.pop3Port()),
                "restante.servers.proxied.domains=proxied.example",
                "restante.servers.proxied.incoming=" + clear(proxy.port()),
                "restante.pop3.look-every=0s",
                "restante.pop3.patience=2s",
                "restante.limits.connect=1s",
                "restante.limits.exchange=2s",
                "restante.limits.request=" + REQUEST.toSeconds() + "s");
    }

    @AfterEach
    void heal() {
        proxy.heal();
        proxy.closeConnections();
    }

    @AfterAll
    static void stop() throws IOException {
        if (restante != null) {
            restante.close();
            proxy.close();
            stopped.close();
        }
    }

    private static String clear(int port) {
        return "pop3://127.0.0.1:" + port + "?tls=off";
    }

    @Test
    void a_server_that_is_stopped_holds_up_its_own_people_for_a_limited_time_and_nobody_else() throws Exception {
        HttpBrowser held = signedIn("ann@stopped.example", stopped);
        HttpBrowser other = signedIn("bert@well.example", Dovecot.shared());
        stopped.freeze();
        List<CompletableFuture<Timed>> requests =
                IntStream.range(0, 10).mapToObj(i -> ask(held)).toList();
        List<Duration> meanwhile = new ArrayList<>();
        do {
            meanwhile.add(ask(other).join().took);
        } while (!requests.stream().allMatch(CompletableFuture::isDone));
        stopped.thaw();

        assertThat(requests).allSatisfy(each -> {
            Timed timed = each.join();
            assertThat(timed.took).isLessThan(REQUEST.plus(SLACK));
            assertSaid(timed.response);
        });
        assertThat(requests)
                .anySatisfy(
                        each -> assertThat(each.join().response.statusCode()).isEqualTo(504));
        assertThat(meanwhile).allSatisfy(took -> assertThat(took).isLessThan(Duration.ofSeconds(3)));
        assertThat(held.get("/mail/INBOX").statusCode()).isEqualTo(200);
    }

    @Test
    void a_connection_that_is_only_half_there_is_given_up() throws Exception {
        HttpBrowser browser = signedIn("half@proxied.example", Dovecot.shared());
        proxy.stall();
        Timed given = ask(browser).join();

        assertThat(given.took).isLessThan(REQUEST.plus(SLACK));
        assertThat(given.response.statusCode()).isEqualTo(504);
        proxy.heal();
        assertThat(browser.get("/mail/INBOX").statusCode()).isEqualTo(200);
    }

    @Test
    void a_server_that_answers_an_octet_at_a_time_is_given_up() throws Exception {
        HttpBrowser browser = signedIn("slow@proxied.example", Dovecot.shared());
        proxy.trickle(Duration.ofMillis(200));
        Timed given = ask(browser).join();

        assertThat(given.took).isLessThan(REQUEST.plus(SLACK));
        assertThat(given.response.statusCode()).isEqualTo(504);
        proxy.heal();
        assertThat(browser.get("/mail/INBOX").statusCode()).isEqualTo(200);
    }

    @Test
    void an_answer_that_is_cut_anywhere_is_asked_for_anew_or_said() throws Exception {
        HttpBrowser browser = signedIn("cut@proxied.example", Dovecot.shared());
        int mended = 0;
        for (int cut = 0; cut < 900; cut += 37) {
            proxy.cutAfter(cut);
            HttpResponse<String> response = browser.get("/mail/INBOX");

            assertThat(response.statusCode()).isIn(200, 502);
            if (response.statusCode() == 200) {
                assertThat(HttpBrowser.document(response).select("[data-ref]")).hasSize(10);
                mended++;
            }
        }
        assertThat(mended).isGreaterThan(5);
    }

    /** Either the page says what happened, or it shows what is known and since when. */
    private static void assertSaid(HttpResponse<String> response) {
        assertThat(response.statusCode()).isIn(200, 504);
        assertThat(response.body())
                .containsAnyOf("The mail server does not answer", "lets nobody look for new mail just now");
    }

    private static HttpBrowser signedIn(String name, Dovecot server) throws IOException {
        try (var filler = MailboxFiller.open(server.imapPort(), name, Dovecot.PASSWORD)) {
            filler.appendAll("INBOX", 10, i -> "Subject: number " + i + "\n\nText\n");
        }
        var browser = new HttpBrowser(restante.origin());
        assertThat(browser.signIn(name, Dovecot.PASSWORD).statusCode()).isEqualTo(303);
        assertThat(browser.get("/mail/INBOX").statusCode()).isEqualTo(200);
        return browser;
    }

    /** Asks as another tab of the same browser. */
    private static CompletableFuture<Timed> ask(HttpBrowser browser) {
        var tab = new HttpBrowser(restante.origin());
        tab.cookies().putAll(browser.cookies());
        return CompletableFuture.supplyAsync(
                () -> {
                    long start = System.nanoTime();
                    HttpResponse<String> response = tab.get("/mail/INBOX");
                    return new Timed(response, Duration.ofNanos(System.nanoTime() - start));
                },
                THREADS);
    }
}
