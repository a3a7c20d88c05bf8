package org.restante.mailstore.imap;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.restante.mailstore.MailStore;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.OpenMode;
import org.restante.mailstore.PageRequest;
import org.restante.mailstore.pool.PoolProperties;
import org.springframework.util.unit.DataSize;

/** Measures what connections and rows weigh in memory: run it by hand, as {@code WireHeap port user-with-many-messages}. */
final class WireHeap {

    private static final int CONNECTIONS = 200;
    private static final int PAGES = 400;

    private WireHeap() {}

    /** Prints the heap after a full collection for each connection and for each row. */
    public static void main(String[] arguments) throws IOException {
        int port = Integer.parseInt(arguments[0]);
        var properties = new PoolProperties(
                4, 1_000, Stores.POOL.patience(), Stores.POOL.idle(), Stores.POOL.check(), Stores.POOL.refusalMemory());
        var meters = new SimpleMeterRegistry();
        try (var stores = new ImapMailStores(
                properties,
                new EnvelopeProperties(DataSize.ofMegabytes(100)),
                new ImapProperties(Compression.AUTO),
                meters)) {
            MailStore large = stores.of(Stores.credential(Stores.plain(port), arguments[1]));
            page(large, 1);
            long before = used();
            for (int i = 2; i <= PAGES; i++) {
                page(large, i);
            }
            System.out.printf(
                    "a row: %d octets, counted as %.0f%n",
                    (used() - before) / (PAGES - 1) / 50,
                    meters.get("restante.envelopes.octets").gauge().value()
                            / meters.get("restante.envelopes.held").gauge().value());
            List<MailStore> people = new ArrayList<>();
            before = used();
            for (int i = 0; i < CONNECTIONS; i++) {
                MailStore store = stores.of(Stores.credential(Stores.plain(port), "uheap" + i));
                people.add(store);
                page(store, 1);
            }
            System.out.printf("a connection: %d octets%n", (used() - before) / CONNECTIONS);
            people.forEach(MailStore::close);
        }
    }

    private static void page(MailStore store, int number) throws IOException {
        store.open(MailboxName.INBOX, OpenMode.READ, mailbox -> mailbox.view(new PageRequest.Numbered(number, 50)));
    }

    private static long used() {
        for (int i = 0; i < 5; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
