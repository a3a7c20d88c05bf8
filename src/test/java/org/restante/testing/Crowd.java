package org.restante.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntPredicate;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jsoup.nodes.FormElement;

/** People on a Dovecot who read lists and messages, flag some and send a few, each with a pause before the next act, until told to end. */
public final class Crowd implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int MESSAGES = 20;
    private static final int OFTEN = 20;

    private final List<Visitor> people = new ArrayList<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final Queue<String> healed = new ConcurrentLinkedQueue<>();
    private final Set<String> sent = ConcurrentHashMap.newKeySet();
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicBoolean over = new AtomicBoolean();
    private final Duration pause;
    private final IntPredicate passing;
    private ExecutorService threads;

    /**
     * Signs them in.
     *
     * @param name what their addresses begin with
     * @param port to which each request goes
     * @param pause between the acts of one, on average
     * @param passing which statuses are no failure where a second attempt or a later one goes well
     */
    public Crowd(String name, int count, IntSupplier port, Duration pause, IntPredicate passing) throws IOException {
        this.pause = pause;
        this.passing = passing;
        for (int i = 0; i < count; i++) {
            String address = "%s%d@example.org".formatted(name, i);
            try (var filler = MailboxFiller.open(Dovecot.shared().imapPort(), address, Dovecot.PASSWORD)) {
                filler.appendAll(
                        "INBOX",
                        MESSAGES,
                        n -> "From: a@example.org\nSubject: Message " + n + "\n\nText of " + n + "\n");
            }
            people.add(new Visitor(port).signedIn(address, Dovecot.PASSWORD));
        }
    }

    /** Lets them begin. */
    public Crowd start() {
        threads = Executors.newFixedThreadPool(people.size());
        people.forEach(person -> threads.execute(() -> live(person)));
        return this;
    }

    /** Ends it, and waits until nobody is under way. */
    @Override
    public void close() {
        over.set(true);
        threads.shutdown();
        try {
            if (!threads.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                failures.add("some did not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns those who are in it. */
    public List<Visitor> people() {
        return people;
    }

    /** Returns what went wrong: address and status. */
    public List<String> failures() {
        return List.copyOf(failures);
    }

    /** Returns what went well at a later attempt alone. */
    public List<String> healed() {
        return List.copyOf(healed);
    }

    /** Returns to whom messages were sent for which that was acknowledged; each is written to once. */
    public Set<String> sent() {
        return sent;
    }

    /** Returns how many requests were answered. */
    public long requests() {
        return requests.get();
    }

    /** Returns how long an answer took on average. */
    public Duration average() {
        return Duration.ofNanos(nanos.get() / Math.max(1, requests.get()));
    }

    private void live(Visitor person) {
        try {
            while (!over.get()) {
                act(person);
            }
        } catch (RuntimeException | AssertionError e) {
            failures.add(e.toString());
        }
    }

    private void act(Visitor person) {
        Page list = well("list", 200, () -> person.get("/mail/INBOX"));
        rest();
        String ref =
                list.refs().get(ThreadLocalRandom.current().nextInt(list.refs().size()));
        well("message", 200, () -> person.get("/mail/INBOX/" + ref));
        well("body", 200, () -> person.get("/mail/INBOX/" + ref + "/body"));
        rest();
        well("flag", 303, () -> person.submit(list.form("form.messages"), "/mail/INBOX/flag", Map.of("ref", ref)));
        rest();
        if (ThreadLocalRandom.current().nextInt(OFTEN) == 0) {
            send(person);
        }
    }

    private void send(Visitor person) {
        FormElement form = well("compose", 200, () -> person.get("/compose")).form("#composer");
        String action = form.selectFirst("[data-send]").attr("formaction");
        String to =
                "to-%016x@else.example".formatted(ThreadLocalRandom.current().nextLong());
        Map<String, String> fields = Map.of("to", to, "subject", to, "text", "Text", "name", "X");
        well("send", 303, () -> person.submit(form, action, fields));
        sent.add(to);
    }

    /** Tries until it goes well, and notes what passes with time and what does not. */
    private Page well(String what, int status, Supplier<Page> request) {
        for (boolean first = true; ; first = false) {
            long start = System.nanoTime();
            Page page = attempt(request);
            int got = page == null ? 0 : page.status();
            if (got == status || status / 100 == 3 && got / 100 == 3 && !page.isSignIn()) {
                requests.incrementAndGet();
                nanos.addAndGet(System.nanoTime() - start);
                if (!first) {
                    healed.add(what);
                }
                return page;
            }
            if (!passing.test(got)) {
                throw new AssertionError(what + ": " + got + (page == null ? "" : " " + page.heading()));
            }
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
        }
    }

    private static Page attempt(Supplier<Page> request) {
        try {
            return request.get();
        } catch (UncheckedIOException e) {
            return null;
        }
    }

    private void rest() {
        LockSupport.parkNanos(
                (long) (pause.toNanos() * (0.5 + ThreadLocalRandom.current().nextDouble())));
    }
}
