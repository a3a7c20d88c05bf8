package org.restante.mailstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.restante.testing.Dovecot;
import org.restante.testing.HttpBrowser;
import org.restante.testing.MailboxFiller;
import org.restante.testing.Pinning;
import org.restante.testing.RunningRestante;
import org.restante.testing.TcpProxy;

/**
 * Many people read at once while their connections to the mail server break: nobody ever sees a byte of another one's mail, and in
 * the end every connection is accounted for. With {@code -Drestante.endurance=true} 50 people for a minute.
 */
class ManyUsersIT {

    private static final boolean ENDURANCE = Boolean.getBoolean("restante.endurance");
    private static final int PEOPLE = ENDURANCE ? 50 : 10;
    private static final int IN_FLIGHT = ENDURANCE ? 20 : 8;
    private static final Duration TIME = Duration.ofSeconds(ENDURANCE ? 60 : 5);
    private static final int MESSAGES = 30;
    private static final int TOTAL = ENDURANCE ? 120 : 25;

    /** Stands in every message, in its subject, sender, text and attachment. */
    private static final Pattern OWNER = Pattern.compile("owner(\\d+)owner");

    private record Person(int number, String cookie, List<String> addresses) {}

    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final Map<Integer, AtomicInteger> statuses = new ConcurrentHashMap<>();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();

    @ParameterizedTest
    @ValueSource(strings = {"imap", "pop3"})
    void nobody_ever_sees_a_byte_of_another_ones_mail_and_no_connection_is_lost(String protocol) throws Exception {
        Dovecot dovecot = Dovecot.shared();
        boolean imap = protocol.equals("imap");
        try (TcpProxy proxy = TcpProxy.unrecordedTo(imap ? dovecot.imapPort() : dovecot.pop3Port());
                var restante = RunningRestante.inFrontOf(
                        protocol + "://127.0.0.1:" + proxy.port() + "?tls=off",
                        "restante.pool.total=" + TOTAL,
                        "restante.pool.check=1s",
                        "restante.pop3.look-every=1s");
                var pinning = new Pinning()) {
            List<Person> people = new ArrayList<>();
            for (int i = 0; i < PEOPLE; i++) {
                people.add(person(protocol + i, i, dovecot, restante.origin()));
            }
            read(people, restante.origin(), proxy);

            assertThat(wrong).isEmpty();
            assertThat(statuses.get(200).get()).isGreaterThan(PEOPLE);
            assertThat(statuses.keySet()).isSubsetOf(200, 502, 503, 504);
            assertThat(pinning.stacks()).isEmpty();
            if (imap) {
                assertBooksBalance(restante, proxy);
            } else {
                Awaitility.await()
                        .atMost(Duration.ofSeconds(20))
                        .untilAsserted(() -> assertThat(proxy.openConnections()).isZero());
            }
        }
    }

    private static Person person(String login, int number, Dovecot dovecot, String origin) throws IOException {
        String name = "many-" + login + "@example.org";
        try (var filler = MailboxFiller.open(dovecot.imapPort(), name, Dovecot.PASSWORD)) {
            filler.appendAll("INBOX", MESSAGES, i -> message("owner" + number + "owner", i));
        }
        var browser = new HttpBrowser(origin);
        assertThat(browser.signIn(name, Dovecot.PASSWORD).statusCode()).isEqualTo(303);
        List<String> addresses = new ArrayList<>(List.of("/mail/INBOX", "/mail/INBOX?page=1"));
        HttpBrowser.document(browser.get("/mail/INBOX")).select("[data-ref]").stream()
                .map(row -> "/mail/INBOX/" + row.attr("data-ref"))
                .forEach(message -> addresses.addAll(
                        List.of(message, message + "/body", message + "/source", message + "/parts/2")));
        String cookie = browser.cookies().entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining("; "));
        return new Person(number, cookie, List.copyOf(addresses));
    }

    private static String message(String owner, int number) {
        return """
                From: %1$s <%1$s@example.org>
                Subject: %1$s %2$d
                Content-Type: multipart/mixed; boundary=b

                --b

                %3$s
                --b
                Content-Type: text/plain; name=%1$s.txt
                Content-Disposition: attachment

                %4$s
                --b--
                """.formatted(owner, number, (owner + "\n").repeat(20), (owner + "\n").repeat(number * 300));
    }

    private void read(List<Person> people, String origin, TcpProxy proxy) throws Exception {
        long end = System.nanoTime() + TIME.toNanos();
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (Person person : people) {
            for (int i = 0; i < IN_FLIGHT; i++) {
                all.add(readUntil(end, person, origin));
            }
        }
        Random random = new Random(1);
        while (System.nanoTime() < end) {
            proxy.resetAfter(random.nextInt(20_000));
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20 + random.nextInt(50)));
        }
        proxy.heal();
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).get(60, TimeUnit.SECONDS);
        if (ENDURANCE) {
            System.out.println(PEOPLE + " people, " + IN_FLIGHT + " requests each, " + TIME.toSeconds() + " s: "
                    + statuses + ", " + proxy.connections() + " connections");
        }
    }

    private CompletableFuture<Void> readUntil(long end, Person person, String origin) {
        if (System.nanoTime() > end) {
            return CompletableFuture.completedFuture(null);
        }
        String address = person.addresses.get(ThreadLocalRandom.current().nextInt(person.addresses.size()));
        var request = HttpRequest.newBuilder(URI.create(origin + address))
                .header("Cookie", person.cookie)
                .build();
        return client.sendAsync(request, BodyHandlers.ofString())
                .handle((response, failure) -> {
                    check(person, address, response, failure);
                    return null;
                })
                .thenComposeAsync(done -> readUntil(end, person, origin));
    }

    /** A stream that broke after it had begun fails as a whole: the browser is told that by how the answer ends. */
    private void check(Person person, String address, HttpResponse<String> response, Throwable failure) {
        if (failure != null) {
            if (!(address.endsWith("/source") || address.contains("/parts/"))) {
                wrong.add(person.number + " " + address + ": " + failure);
            }
            return;
        }
        statuses.computeIfAbsent(response.statusCode(), status -> new AtomicInteger())
                .incrementAndGet();
        boolean own = response.statusCode() != 200;
        Matcher owners = OWNER.matcher(response.body());
        while (owners.find()) {
            own = true;
            if (Integer.parseInt(owners.group(1)) != person.number) {
                wrong.add(person.number + " " + address + ": saw " + owners.group());
            }
        }
        if (!own) {
            wrong.add(person.number + " " + address + ": without their mail");
        }
    }

    private static void assertBooksBalance(RunningRestante restante, TcpProxy proxy) {
        assertThat(restante.gauge("restante.pool.lent")).isZero();
        assertThat(restante.gauge("restante.pool.waiting")).isZero();
        assertThat(restante.gauge("restante.pool.idle")).isBetween(1.0, (double) TOTAL);
        Awaitility.await()
                .untilAsserted(() -> assertThat((double) proxy.openConnections())
                        .isLessThanOrEqualTo(restante.gauge("restante.pool.idle")));
    }
}
