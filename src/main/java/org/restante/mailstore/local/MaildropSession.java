package org.restante.mailstore.local;

import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.restante.mailstore.MailFailure;
import org.restante.mailstore.MailFailure.Gone;
import org.restante.mailstore.MailFailure.Refused;
import org.restante.mailstore.pop3.Listed;
import org.restante.mailstore.pop3.Maildrop;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** A maildrop that is open under our lease, and what lies in it; closing lets both go. */
final class MaildropSession implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(MaildropSession.class);

    /** A maildrop whose server does not know UIDL costs a TOP for each message at each look: of a larger one only the newest are shown. */
    private static final int MOST_UNNAMED = 2000;

    private static final String NAMED_BY_HEADER = "header ";

    /** What naming brings is kept for the page that follows, up to a bound. */
    private static final int MOST_OCTETS_AT_HAND = 4 << 20;

    private final Drop drop;
    private final MaildropLease lease;
    private final Maildrop maildrop;
    private final MessageTable messages;
    private final Map<String, StoredHeader> headersAtHand = new HashMap<>();
    private final Reconciliation reconciliation;
    private final MaildropMeters meters;
    private final long begun = System.nanoTime();
    private final Set<String> deleted = new HashSet<>();
    private Arrivals arrivals;
    private boolean named;
    private List<String> left = List.of();

    MaildropSession(
            Drop drop,
            MaildropLease lease,
            Maildrop maildrop,
            MessageTable messages,
            Reconciliation reconciliation,
            MaildropMeters meters) {
        this.drop = drop;
        this.lease = lease;
        this.maildrop = maildrop;
        this.messages = messages;
        this.reconciliation = reconciliation;
        this.meters = meters;
    }

    /**
     * Reads what lies in the maildrop, and makes the database say the same.
     *
     * @param newest how many of the newest messages are needed at once; the others may be left to {@link #addOlder}
     */
    void look(int newest) {
        List<Listed> listed = maildrop.list();
        Map<String, Long> known = messages.known(drop);
        named = listed.isEmpty()
                || listed.stream().anyMatch(message -> message.uidl().isPresent());
        if (!named && known.keySet().stream().anyMatch(name -> !name.startsWith(NAMED_BY_HEADER))) {
            // Taking other names now would lose all flags.
            throw new Refused(Refused.Kind.UNAVAILABLE, "the server names no messages now, but did before");
        }
        arrivals = named ? Arrivals.of(listed) : nameByHeader(listed);
        left = reconciliation.write(drop, lease, known, arrivals, newest);
    }

    /** Returns whether older messages were left out when the maildrop was looked at. */
    boolean lacksOlder() {
        return !left.isEmpty();
    }

    /** Adds older messages that were left out, until so many of the newest are there. */
    void addOlder(int newest) {
        while (lacksOlder() && arrivals.byName().size() - left.size() < newest) {
            addOlder();
        }
    }

    /** Adds some of the older messages that were left out. */
    void addOlder() {
        left = reconciliation.writeOlder(drop, lease, left, arrivals);
    }

    /** Returns whether what lies there was read in this session. */
    boolean hasLooked() {
        return arrivals != null;
    }

    private Arrivals nameByHeader(List<Listed> listed) {
        List<Listed> newest = listed.subList(Math.max(0, listed.size() - MOST_UNNAMED), listed.size());
        Map<Integer, Listed> byNumber = new HashMap<>();
        newest.forEach(message -> byNumber.put(message.number(), message));
        Map<Listed, String> names = new LinkedHashMap<>();
        Map<Listed, StoredHeader> headers = new HashMap<>();
        int[] atHand = {0};
        maildrop.top(newest.stream().map(Listed::number).toList(), (number, section) -> {
            names.put(byNumber.get(number), NAMED_BY_HEADER + Digests.of(section));
            StoredHeader header = StoredHeader.of(section);
            atHand[0] += header.octets().length;
            if (atHand[0] <= MOST_OCTETS_AT_HAND) {
                headers.put(byNumber.get(number), header);
            }
        });
        meters.headers.increment(names.size());
        Arrivals named = Arrivals.of(names);
        named.byName().forEach((name, message) -> {
            if (headers.containsKey(message)) {
                headersAtHand.put(name, headers.get(message));
            }
        });
        return named;
    }

    /** Fetches and keeps the header sections of messages, given by name and id; of many, the caller asks in portions. */
    void fetchHeaders(Map<String, Long> wanted) {
        if (!hasLooked()) {
            look(Integer.MAX_VALUE);
        }
        Map<Long, StoredHeader> fetched = new LinkedHashMap<>();
        Map<Integer, Long> ids = new LinkedHashMap<>();
        wanted.forEach((name, id) -> {
            if (headersAtHand.containsKey(name)) {
                fetched.put(id, headersAtHand.get(name));
            } else if (arrivals.byName().containsKey(name)) {
                ids.put(arrivals.byName().get(name).number(), id);
            }
        });
        maildrop.top(
                List.copyOf(ids.keySet()), (number, section) -> fetched.put(ids.get(number), StoredHeader.of(section)));
        meters.headers.increment(ids.size());
        messages.storeHeaders(fetched);
        lease.renew();
    }

    /**
     * Returns a whole message as it comes, to be read to its end.
     *
     * @throws Gone where it does not lie there any more
     */
    InputStream retrieve(MessageRow message) {
        int number = numberOf(message);
        meters.messages.increment();
        return maildrop.retrieve(number);
    }

    /** Asking whether a message still has the number that it should have costs less than a look at all of them. */
    private int numberOf(MessageRow message) {
        if (!hasLooked()) {
            int likely = (int) messages.countUpTo(drop, message.uid());
            if (maildrop.uidl(likely)
                    .filter(uidl -> uidl.value().equals(message.uidl()))
                    .isPresent()) {
                return likely;
            }
            look(Integer.MAX_VALUE);
        }
        Listed listed = arrivals.byName().get(message.uidl());
        if (listed == null) {
            throw new Gone(Gone.Kind.MESSAGE, "the message was removed from the maildrop");
        }
        return listed.number();
    }

    /** Returns whether what lies there was read in this session, all of it, and by names that the server gave. */
    boolean namesMessages() {
        return hasLooked() && named && !lacksOlder();
    }

    /** Returns whether there is one message of that name, and it was not marked yet. */
    boolean mayDelete(String name) {
        return arrivals.byName().containsKey(name)
                && name.indexOf(' ') < 0
                && !arrivals.byName().containsKey(Arrivals.another(name))
                && !deleted.contains(name);
    }

    /** Marks a message, which is removed when this is closed, if the lease is still ours then. */
    void delete(String name) {
        maildrop.delete(arrivals.byName().get(name).number());
        deleted.add(name);
    }

    /** Takes all marks back. */
    void takeBack() {
        if (!deleted.isEmpty()) {
            deleted.clear();
            try {
                maildrop.reset();
            } catch (MailFailure e) {
                log.debug("A maildrop is left without QUIT, so that nothing is removed", e);
                maildrop.close();
            }
        }
    }

    /** Returns the names of those messages whose header sections are still what was kept of them. */
    Set<String> unchanged(List<MessageRow> rows) {
        Map<Integer, MessageRow> byNumber = new LinkedHashMap<>();
        rows.forEach(row -> byNumber.put(arrivals.byName().get(row.uidl()).number(), row));
        Set<String> same = new HashSet<>();
        maildrop.top(List.copyOf(byNumber.keySet()), (number, section) -> {
            byte[] header = StoredHeader.of(section).octets();
            MessageRow row = byNumber.get(number);
            if (header.length > 0 && Arrays.equals(header, row.header().orElseThrow())) {
                same.add(row.uidl());
            }
        });
        lease.renew();
        return same;
    }

    /** Says that this still goes on; to be called more often than once a minute. */
    void renew() {
        lease.renew();
    }

    /** Returns whether another request waits for the maildrop. */
    boolean isWanted() {
        return lease.isWanted();
    }

    Drop drop() {
        return drop;
    }

    @Override
    public void close() {
        try {
            confirm();
            leave(maildrop);
        } finally {
            lease.release();
            meters.open.record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
        }
    }

    /** What was marked is removed by us alone, or not at all. */
    private void confirm() {
        if (!deleted.isEmpty()) {
            try {
                lease.renew();
            } catch (MailFailure | DataAccessException e) {
                log.debug("Nothing is removed from a maildrop that may be somebody else's by now", e);
                takeBack();
            }
        }
    }

    /** Lets a maildrop go, whatever its server says to that. */
    static void leave(Maildrop maildrop) {
        try {
            maildrop.quit();
        } catch (MailFailure e) {
            log.debug("A maildrop was left without QUIT", e);
        }
    }
}
