package org.restante.mailstore.imap;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import org.restante.mailstore.MessageOrder;
import org.restante.mailstore.Uid;

/**
 * What never changes of messages that were in lists: their envelope and structure, by mailbox and UID, in memory and in few octets, and
 * orders and conversations that were asked for. It
 * holds as much as the operator gives it and forgets what was not used for longest. Nothing passes from one account to another: the
 * account is part of the key. Safe for use by many threads.
 */
final class RowCache {

    /** What was not looked at for so long is put in order anew. */
    private static final Duration ORDERS = Duration.ofMinutes(30);

    private record OrderKey(MailboxKey mailbox, MessageOrder order) {}

    /** An entry weighs so much beside its octets. */
    static final int ENTRY = 160;

    /** What is longer than that is some odd message, and not worth the place of many others. */
    private static final int LONGEST = 8 << 10;

    private record Key(MailboxKey mailbox, int uid) {

        static Key of(MailboxKey mailbox, Uid uid) {
            return new Key(mailbox, (int) uid.value());
        }

        @Override
        public int hashCode() {
            return mailbox.hashCode() * 31 + uid;
        }
    }

    private final Cache<Key, byte[]> rows;
    private final Cache<MailboxKey, KnownNumbers> numbers;
    private final Cache<OrderKey, Ordering.Known> orders;
    private final Cache<MailboxKey, Conversing.Known> conversations;
    private final Counter hits;
    private final Counter misses;

    /**
     * Makes an empty cache.
     *
     * @param octets how much memory it may take in all
     */
    RowCache(long octets, MeterRegistry meters) {
        rows = Caffeine.newBuilder()
                .maximumWeight(octets / 10 * 7)
                .weigher((Key key, byte[] row) -> ENTRY + row.length)
                .executor(Runnable::run)
                .build();
        numbers = Caffeine.newBuilder()
                .maximumWeight(octets / 10)
                .weigher((MailboxKey key, KnownNumbers known) -> 2 * ENTRY + known.weight())
                .executor(Runnable::run)
                .build();
        orders = Caffeine.newBuilder()
                .maximumWeight(octets / 10)
                .expireAfterAccess(ORDERS)
                .weigher((OrderKey key, Ordering.Known known) ->
                        2 * ENTRY + Integer.BYTES * known.order().size())
                .executor(Runnable::run)
                .build();
        conversations = Caffeine.newBuilder()
                .maximumWeight(octets / 10)
                .expireAfterAccess(ORDERS)
                .weigher((MailboxKey key, Conversing.Known known) ->
                        2 * ENTRY + known.conversations().weight())
                .executor(Runnable::run)
                .build();
        hits = Counter.builder("restante.envelopes.found").register(meters);
        misses = Counter.builder("restante.envelopes.fetched").register(meters);
        Gauge.builder("restante.envelopes.held", rows, Cache::estimatedSize).register(meters);
        Gauge.builder("restante.envelopes.octets", this, RowCache::weight).register(meters);
    }

    private double weight() {
        return rows.policy().eviction().orElseThrow().weightedSize().orElse(0)
                + numbers.policy().eviction().orElseThrow().weightedSize().orElse(0)
                + conversations.policy().eviction().orElseThrow().weightedSize().orElse(0)
                + orders.policy().eviction().orElseThrow().weightedSize().orElse(0);
    }

    boolean has(MailboxKey mailbox, Uid uid) {
        return rows.getIfPresent(Key.of(mailbox, uid)) != null;
    }

    /** Returns what is known of a message. */
    Optional<Row> get(MailboxKey mailbox, Uid uid) {
        byte[] row = rows.getIfPresent(Key.of(mailbox, uid));
        return Optional.ofNullable(row).map(RowReader::read);
    }

    void put(MailboxKey mailbox, Uid uid, Row row) {
        byte[] octets = RowWriter.write(row);
        if (octets.length <= LONGEST && mailbox.isLasting()) {
            rows.put(Key.of(mailbox, uid), octets);
        }
    }

    /** Returns the messages of a mailbox in an order, as they were when that was asked for last. */
    Optional<Ordering.Known> order(MailboxKey mailbox, MessageOrder order) {
        return Optional.ofNullable(orders.getIfPresent(new OrderKey(mailbox, order)));
    }

    void put(MailboxKey mailbox, MessageOrder order, Ordering.Known known) {
        if (mailbox.isLasting()) {
            orders.put(new OrderKey(mailbox, order), known);
        }
    }

    /** Returns which messages of a mailbox belonged together when that was asked for last. */
    Optional<Conversing.Known> conversations(MailboxKey mailbox) {
        return Optional.ofNullable(conversations.getIfPresent(mailbox));
    }

    void put(MailboxKey mailbox, Conversing.Known known) {
        if (mailbox.isLasting()) {
            conversations.put(mailbox, known);
        }
    }

    /** Counts the rows of a page. */
    void count(int found, int fetched) {
        hits.increment(found);
        misses.increment(fetched);
    }

    /** Returns which messages had which sequence numbers when they were last heard of: a guess, to be confirmed by the server. */
    KnownNumbers numbers(MailboxKey mailbox) {
        KnownNumbers known = numbers.getIfPresent(mailbox);
        return known == null ? KnownNumbers.NONE : known;
    }

    /** Takes note of which messages have which numbers. */
    void learn(MailboxKey mailbox, KnownNumbers.Run run) {
        if (mailbox.isLasting()) {
            numbers.asMap().compute(mailbox, (same, known) -> (known == null ? KnownNumbers.NONE : known).with(run));
        }
    }
}
