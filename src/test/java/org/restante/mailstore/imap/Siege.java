package org.restante.mailstore.imap;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.restante.mailstore.MailFailure;
import org.restante.mailstore.MailServer;
import org.restante.mailstore.MailStore;
import org.restante.testing.ScriptedServer;

/**
 * Many people read from a hostile server while somebody reads from a good one. Run by itself with a small heap it tells whether that
 * suffices.
 */
final class Siege {

    private static final Executor THREADS = work -> new Thread(work).start();
    private static final Duration EXCHANGE = Duration.ofSeconds(5);

    private final int people;
    private final HostileServer hostile;

    Siege(HostileServer hostile, int people) {
        this.hostile = hostile;
        this.people = people;
    }

    /** What came of it: how the attacked ended, how long it took, and the longest that the one on the good server waited. */
    record Outcome(List<String> ends, Duration took, Duration longestOfOther) {

        boolean hasOnlyNamedFailures() {
            return ends.stream().allMatch(end -> end.equals("none") || end.startsWith("MailFailure"));
        }
    }

    Outcome run() throws IOException {
        long start = System.nanoTime();
        try (var attacking = hostile.start();
                var good = good();
                var stores = Stores.create()) {
            List<CompletableFuture<String>> attacked = new ArrayList<>();
            for (int i = 0; i < people; i++) {
                MailStore store = stores.of(Stores.credential(server(attacking), "someone" + i));
                attacked.add(CompletableFuture.supplyAsync(() -> end(store), THREADS));
            }
            MailStore other = stores.of(Stores.credential(server(good), "other"));
            long longest = 0;
            do {
                long asked = System.nanoTime();
                other.mailboxes();
                longest = Math.max(longest, System.nanoTime() - asked);
            } while (!attacked.stream().allMatch(CompletableFuture::isDone));
            List<String> ends =
                    attacked.stream().map(CompletableFuture::join).distinct().toList();
            return new Outcome(ends, Duration.ofNanos(System.nanoTime() - start), Duration.ofNanos(longest));
        }
    }

    private static String end(MailStore store) {
        try {
            store.mailboxes();
            return "none";
        } catch (MailFailure.Network e) {
            return "MailFailure.Network " + e.kind();
        } catch (MailFailure.Refused e) {
            return "MailFailure.Refused " + e.kind();
        } catch (Throwable e) {
            return e.toString();
        }
    }

    private static MailServer server(ScriptedServer server) {
        MailServer plain = Stores.plain(server.port());
        return new MailServer("test", plain.incoming(), plain.certificate(), plain.connectLimit(), EXCHANGE);
    }

    private static ScriptedServer good() throws IOException {
        return ScriptedServer.playing(script -> {
            script.imapSignIn("");
            for (String command = script.read(); command != null; command = script.read()) {
                script.line(
                        command.startsWith("LIST") ? "* LIST () \"/\" INBOX" : "* STATUS INBOX (MESSAGES 1 UNSEEN 0)");
                script.ok();
            }
        });
    }

    /** Runs every attack on so many people, prints what came of each, and fails with status 1 where one was not withstood. */
    public static void main(String[] people) throws IOException {
        boolean withstood = true;
        for (HostileServer each : HostileServer.values()) {
            Outcome outcome = new Siege(each, Integer.parseInt(people[0])).run();
            System.out.println(each + " " + outcome);
            withstood &= outcome.hasOnlyNamedFailures();
        }
        System.exit(withstood ? 0 : 1);
    }
}
