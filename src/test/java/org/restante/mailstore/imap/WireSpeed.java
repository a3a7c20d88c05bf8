package org.restante.mailstore.imap;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.restante.mailstore.MailStore;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.MailboxWork;
import org.restante.mailstore.OpenMode;
import org.restante.mailstore.PageRequest;

/**
 * Measures what the mail store takes for a page, without HTTP: run it by hand against a server with large mailboxes, as {@code WireSpeed
 * port user…}; the bare exchange on the same server is what to compare with.
 */
final class WireSpeed {

    private static final int ROUNDS = 2_000;
    private static final int WARMING = 4_000;

    private final MailStore store;

    private WireSpeed(MailStore store) {
        this.store = store;
    }

    /** Prints a line for each kind of page: the median in ms, and the CPU of this process for each page in ms. */
    public static void main(String[] arguments) throws IOException {
        int port = Integer.parseInt(arguments[0]);
        try (var stores = Stores.create()) {
            for (String user : Arrays.copyOfRange(arguments, 1, arguments.length)) {
                var speed = new WireSpeed(stores.of(Stores.credential(Stores.plain(port), user)));
                speed.measure(user);
            }
        }
    }

    private void measure(String user) throws IOException {
        long total = open(mailbox -> mailbox.view(new PageRequest.Numbered(1, 50)))
                .page()
                .total();
        int pages = (int) (total / 50);
        Map<String, IntFunction<MailboxWork<Object>>> kinds = new TreeMap<>();
        kinds.put("first page again", i -> mailbox -> mailbox.view(new PageRequest.Numbered(1, 50)));
        if (pages > ROUNDS / 2) {
            kinds.put("pages never seen", i -> mailbox -> mailbox.view(new PageRequest.Numbered(1 + i % pages, 50)));
        }
        var newest = open(mailbox -> mailbox.view(new PageRequest.Numbered(1, 1)))
                .page()
                .rows()
                .get(0)
                .ref();
        kinds.put("one message", i -> mailbox -> mailbox.view(newest));
        for (var kind : kinds.entrySet()) {
            repeat(WARMING, kind.getValue());
            report(user + " " + kind.getKey(), kind.getValue());
        }
    }

    private void report(String name, IntFunction<MailboxWork<Object>> work) throws IOException {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long before = system.getProcessCpuTime();
        long[] times = repeat(ROUNDS, work);
        double cpu = (system.getProcessCpuTime() - before) / 1e6 / ROUNDS;
        Arrays.sort(times);
        System.out.printf(
                "%-28s p50 %.3f ms, p95 %.3f ms, CPU %.3f ms%n",
                name, times[ROUNDS / 2] / 1e6, times[ROUNDS * 95 / 100] / 1e6, cpu);
    }

    private long[] repeat(int rounds, IntFunction<MailboxWork<Object>> work) throws IOException {
        long[] times = new long[rounds];
        for (int i = 0; i < rounds; i++) {
            long start = System.nanoTime();
            open(work.apply(i));
            times[i] = System.nanoTime() - start;
        }
        return times;
    }

    private <T> T open(MailboxWork<T> work) throws IOException {
        return store.open(MailboxName.INBOX, OpenMode.READ, work);
    }
}
