package org.restante.mailstore.local;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.restante.mailstore.MailFailure;
import org.restante.mailstore.MailFailure.Gone;
import org.restante.mailstore.MailFailure.Refused;
import org.restante.mailstore.pop3.Listed;
import org.restante.mailstore.pop3.Maildrop;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A maildrop that is open under our lease, and what lies in it; closing lets both go. */
final class MaildropSession implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(MaildropSession.class);

    /** A maildrop whose server does not know UIDL costs a TOP for each message at each look: of a larger one only the newest are shown. */
    private static final int MOST_UNNAMED = 2000;

    private static final String NAMED_BY_HEADER = "header ";

    private final Drop drop;
    private final MaildropLease lease;
    private final Maildrop maildrop;
    private final MessageTable messages;
    private final Map<String, StoredHeader> headersAtHand = new HashMap<>();
    private final Reconciliation reconciliation;
    private Arrivals arrivals;

    MaildropSession(
            Drop drop, MaildropLease lease, Maildrop maildrop, MessageTable messages, Reconciliation reconciliation) {
        this.drop = drop;
        this.lease = lease;
        this.maildrop = maildrop;
        this.messages = messages;
        this.reconciliation = reconciliation;
    }

    /** Reads what lies in the maildrop, and makes the database say the same. */
    void look() {
        List<Listed> listed = maildrop.list();
        Map<String, Long> known = messages.known(drop);
        boolean named = listed.isEmpty()
                || listed.stream().anyMatch(message -> message.uidl().isPresent());
        if (!named && known.keySet().stream().anyMatch(name -> !name.startsWith(NAMED_BY_HEADER))) {
            // Taking other names now would lose all flags.
            throw new Refused(Refused.Kind.UNAVAILABLE, "the server names no messages now, but did before");
        }
        arrivals = named ? Arrivals.of(listed) : nameByHeader(listed);
        reconciliation.write(drop, lease, known, arrivals);
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
        List<StoredHeader> headers = new ArrayList<>();
        maildrop.top(newest.stream().map(Listed::number).toList(), (number, section) -> {
            names.put(byNumber.get(number), NAMED_BY_HEADER + Digests.of(section));
            headers.add(StoredHeader.of(section));
        });
        Arrivals named = Arrivals.of(names);
        int at = 0;
        for (String name : named.byName().keySet()) {
            headersAtHand.put(name, headers.get(at++));
        }
        return named;
    }

    /** Fetches and keeps the header sections of messages, given by name and id; of many, the caller asks in portions. */
    void fetchHeaders(Map<String, Long> wanted) {
        if (!hasLooked()) {
            look();
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
        messages.storeHeaders(fetched);
        lease.renew();
    }

    /**
     * Returns a whole message as it comes, to be read to its end.
     *
     * @throws Gone where it does not lie there any more
     */
    InputStream retrieve(MessageRow message) {
        return maildrop.retrieve(numberOf(message));
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
            look();
        }
        Listed listed = arrivals.byName().get(message.uidl());
        if (listed == null) {
            throw new Gone(Gone.Kind.MESSAGE, "the message was removed from the maildrop");
        }
        return listed.number();
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
            maildrop.quit();
        } catch (MailFailure e) {
            log.debug("A maildrop was left without QUIT", e);
        } finally {
            lease.release();
        }
    }
}
