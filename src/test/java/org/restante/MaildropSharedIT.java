package org.restante;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.restante.testing.Dovecot;
import org.restante.testing.MailboxFiller;
import org.restante.testing.Page;
import org.restante.testing.Postgres;
import org.restante.testing.RunningRestante;
import org.restante.testing.Visitor;

/**
 * Two people's hands at one account: two browsers at two replicas, and a desktop program that speaks POP3 by itself, for ten minutes (or
 * {@code restante.shared.seconds}). In the end all see the same, and nothing is lost.
 */
@EnabledIfSystemProperty(named = "restante.endurance", matches = "true")
class MaildropSharedIT {

    private static final int SECONDS = Integer.getInteger("restante.shared.seconds", 600);
    private static final List<String> FOLDERS = List.of("INBOX", "Archive", "Trash");

    @TempDir
    private Path folder;

    private final String address = "shared-" + UUID.randomUUID() + "@example.org";
    private final AtomicInteger delivered = new AtomicInteger();
    private final Set<String> purged = java.util.concurrent.ConcurrentHashMap.newKeySet();
    private volatile boolean over;

    @Test
    void all_see_the_same_and_nothing_is_lost() throws Exception {
        Dovecot dovecot = Dovecot.shared();
        String incoming = "pop3://127.0.0.1:" + dovecot.pop3Port() + "?tls=off";
        String database = Postgres.newDatabase("maildrop_shared");
        String[] properties = {
            "restante.secret=for-the-replicas-of-a-test-0123456789abcdef",
            "restante.pop3.look-every=1s",
            "restante.pop3.undo=1s"
        };
        deliver(dovecot, 50);
        try (var left = RunningRestante.onDatabase(database, incoming, properties);
                var right = RunningRestante.onDatabase(database, incoming, properties)) {
            Visitor one = new Visitor(left.port()).signedIn(address, Dovecot.PASSWORD);
            Visitor other = new Visitor(right.port()).signedIn(address, Dovecot.PASSWORD);
            one.submit(one.get("/settings/maildrop").form("main form"), Map.of("policy", "UNTIL_DELETED"));
            List<Thread> threads = new ArrayList<>();
            List<Throwable> failures = java.util.Collections.synchronizedList(new ArrayList<>());
            threads.add(start(() -> act(one, new Random(1)), failures));
            threads.add(start(() -> act(other, new Random(2)), failures));
            Process desktop = desktop(dovecot);
            long end = System.nanoTime() + Duration.ofSeconds(SECONDS).toNanos();
            while (System.nanoTime() < end) {
                deliver(dovecot, 1);
                Thread.sleep(2000);
            }
            over = true;
            for (Thread thread : threads) {
                thread.join();
            }
            desktop.destroy();
            desktop.waitFor();
            assertThat(failures).isEmpty();

            await().atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofSeconds(2))
                    .untilAsserted(() -> {
                        Set<String> here = all(one);
                        assertThat(all(other)).isEqualTo(here);
                        assertThat(inMaildrop(dovecot)).isEqualTo(here);
                    });
            Set<String> expected = new HashSet<>();
            for (int i = 1; i <= delivered.get(); i++) {
                expected.add("Letter " + i);
            }
            Set<String> missing = new TreeSet<>(expected);
            missing.removeAll(all(one));
            assertThat(purged).containsAll(missing);
            System.out.printf(
                    "Delivered %d, deleted for good %d, left %d%n",
                    delivered.get(), missing.size(), expected.size() - missing.size());
        }
    }

    private void deliver(Dovecot dovecot, int count) throws IOException {
        try (MailboxFiller mail = MailboxFiller.open(dovecot.imapPort(), address, Dovecot.PASSWORD)) {
            mail.appendAll(
                    "INBOX",
                    count,
                    i -> "Subject: Letter %d\nFrom: a@example.org\n\nText\n".formatted(delivered.incrementAndGet()));
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    private static Thread start(Work work, List<Throwable> failures) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (Exception | AssertionError e) {
                failures.add(e);
            }
        });
        thread.start();
        return thread;
    }

    private void act(Visitor visitor, Random random) {
        while (!over) {
            String from = FOLDERS.get(random.nextInt(FOLDERS.size()));
            Page list = visitor.get("/mail/" + from);
            // The desktop program has the mailbox now and then, and Restante then says so.
            assertThat(list.status()).isIn(200, 503);
            List<String> refs = list.status() == 200 ? list.refs() : List.of();
            if (refs.isEmpty()) {
                continue;
            }
            String ref = refs.get(random.nextInt(refs.size()));
            String act = List.of("flag", "unflag", "seen", "archive", "trash", "not-junk", "destroy", "open")
                    .get(random.nextInt(8));
            if (act.equals("open")) {
                assertThat(visitor.get("/mail/" + from + "/" + ref).status()).isIn(200, 404, 410, 503);
                continue;
            }
            boolean destroys = act.equals("destroy");
            if (destroys && !from.equals("Trash")) {
                continue;
            }
            String subject = list.document()
                    .select("[data-ref=" + ref + "] .row-subject")
                    .text();
            if (destroys) {
                purged.add(subject);
            }
            Page done = visitor.submit(
                    list.form("form.messages"),
                    "/mail/" + from + "/" + act,
                    destroys ? Map.of("ref", ref, "sure", "true") : Map.of("ref", ref));
            assertThat(done.status()).isIn(200, 303, 400, 503);
        }
    }

    /** Reads as a desktop program does, again and again, and leaves all where it is. */
    private Process desktop(Dovecot dovecot) throws IOException {
        Path script = folder.resolve("desktop.py");
        Files.writeString(script, """
                import poplib, random, sys, time
                while True:
                    try:
                        drop = poplib.POP3('127.0.0.1', int(sys.argv[1]), timeout=20)
                        drop.user(sys.argv[2]); drop.pass_(sys.argv[3])
                        count = drop.stat()[0]
                        for _ in range(min(5, count)):
                            drop.retr(random.randint(1, count))
                        drop.quit()
                    except (poplib.error_proto, OSError):
                        pass
                    time.sleep(random.random() * 3)
                """);
        return new ProcessBuilder(
                        "python3", script.toString(), Integer.toString(dovecot.pop3Port()), address, Dovecot.PASSWORD)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static Set<String> all(Visitor visitor) {
        Set<String> all = new TreeSet<>();
        int rows = 0;
        for (String each : FOLDERS) {
            for (int page = 1; ; page++) {
                Page list = visitor.get("/mail/" + each + "?page=" + page);
                assertThat(list.status()).isEqualTo(200);
                List<String> subjects = list.document().select(".row-subject").eachText();
                all.addAll(subjects);
                rows += subjects.size();
                if (list.document().select("a[rel=next]").isEmpty()) {
                    break;
                }
            }
        }
        assertThat(all).as("each once").hasSize(rows);
        return all;
    }

    private Set<String> inMaildrop(Dovecot dovecot) throws IOException {
        Set<String> subjects = new TreeSet<>();
        var matcher = java.util.regex.Pattern.compile("Letter \\d+")
                .matcher(String.join(
                        "\n",
                        new org.restante.testing.Person(dovecot.imapPort(), address, Dovecot.PASSWORD).mailState()));
        while (matcher.find()) {
            subjects.add(matcher.group());
        }
        return subjects;
    }
}
