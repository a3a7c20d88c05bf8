package org.restante.mailstore.imap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.restante.mailstore.MessageOrder;
import org.restante.mailstore.Uid;
import org.restante.mailstore.UidOrder;

/**
 * Puts the messages of the selected mailbox in an order: by SORT (RFC 5256), else by what is fetched of the newest. An order that depends on
 * nothing that changes is kept, and is right for as long as the mailbox holds the same messages.
 */
final class Ordering {

    /** So many messages are ordered here where the server does not do it. */
    private static final int MOST = 5_000;

    private static final int AT_ONCE = 500;
    private static final String ITEMS = "(UID INTERNALDATE RFC822.SIZE ENVELOPE)";

    private final ImapConnection connection;
    private final SelectedMailbox selected;
    private final RowCache cache;

    Ordering(ImapConnection connection, RowCache cache) {
        this.connection = connection;
        this.cache = cache;
        selected = connection.selected();
    }

    /**
     * Messages in an order, and what there was when they were put in it.
     *
     * @param most of how many of the newest; 0: of all
     */
    record Known(UidOrder order, Contents contents, long most) {}

    Known order(MessageOrder order) {
        Contents contents = Contents.of(connection);
        return cache.order(connection.key(), order)
                .filter(known -> known.contents.equals(contents))
                .orElseGet(() -> anew(order, contents));
    }

    private Known anew(MessageOrder order, Contents contents) {
        Optional<UidOrder> all = byServer(order);
        Known known = all.isPresent()
                ? new Known(all.get(), contents, 0)
                : new Known(byUs(order), contents, contents.exists() > MOST ? MOST : 0);
        if (!isOfFlags(order)) {
            cache.put(connection.key(), order, known);
        }
        return known;
    }

    private static boolean isOfFlags(MessageOrder order) {
        return order.key() == MessageOrder.Key.FLAGGED || order.key() == MessageOrder.Key.UNREAD;
    }

    private Optional<UidOrder> byServer(MessageOrder order) {
        return switch (order.key()) {
            case ARRIVAL -> Optional.of(UidOrder.of(newestFirst(all(), order.reversed())));
            case FLAGGED -> Optional.of(parted("FLAGGED", order.reversed()));
            case UNREAD -> Optional.of(parted("UNSEEN", order.reversed()));
            case DATE -> sort("REVERSE DATE", "DATE", order);
            case SIZE -> sort("REVERSE SIZE", "SIZE", order);
            case SUBJECT -> sort("SUBJECT", "REVERSE SUBJECT", order);
            case FROM -> sortByName("FROM", order);
            case TO -> sortByName("TO", order);
        };
    }

    /** By the name that people read (RFC 5957), else by the address, where there are more messages than we can order by name. */
    private Optional<UidOrder> sortByName(String field, MessageOrder order) {
        boolean displayed = connection.has("SORT=DISPLAY");
        String key = displayed ? "DISPLAY" + field : field;
        return displayed || selected.exists() > MOST ? sort(key, "REVERSE " + key, order) : Optional.empty();
    }

    private List<Uid> all() {
        return new UidSearch(connection).all().uids();
    }

    private static List<Uid> newestFirst(List<Uid> uids, boolean reversed) {
        return uids.stream()
                .sorted(reversed ? Comparator.naturalOrder() : Comparator.reverseOrder())
                .toList();
    }

    /** Those with a flag before the others, each the newest first. */
    private UidOrder parted(String criterion, boolean reversed) {
        Set<Uid> with = new LinkedHashSet<>(newestFirst(new UidSearch(connection).such(criterion), false));
        List<Uid> without = newestFirst(all(), false).stream()
                .filter(uid -> !with.contains(uid))
                .toList();
        List<Uid> order = new ArrayList<>(reversed ? without : with);
        order.addAll(reversed ? with : without);
        return UidOrder.of(order);
    }

    private Optional<UidOrder> sort(String plain, String turned, MessageOrder order) {
        // A server that knows no ESEARCH may not be exact; few messages are ordered here as well.
        boolean trusted = connection.has("ESEARCH") || selected.exists() > MOST;
        if (!connection.has("SORT") || !connection.sortsWell() || !trusted) {
            return Optional.empty();
        }
        String keys = order.reversed() ? turned : plain;
        // What is equal stands in the order of its arrival, the oldest first, unless there is another key.
        String further = order.key() == MessageOrder.Key.DATE ? "" : " REVERSE DATE";
        List<Uid> uids = new ArrayList<>();
        Answer tagged = connection
                .exchange(List.of(Command.of("UID SORT (" + keys + further + ") US-ASCII ALL")), answer -> {
                    if (answer.is("SORT")) {
                        answer.values().forEach(value -> uids.addAll(UidSets.read(value.string())));
                    }
                })
                .get(0);
        if (tagged.is("OK")) {
            return Optional.of(UidOrder.of(uids));
        }
        if (Refusals.isPassing(tagged)) {
            throw Refusals.of(tagged);
        }
        connection.distrustSort();
        return Optional.empty();
    }

    private UidOrder byUs(MessageOrder order) {
        long newest = selected.exists();
        long oldest = Math.max(1, newest - MOST + 1);
        var fetched = new Fetched();
        for (long from = oldest; from <= newest; from += AT_ONCE) {
            long to = Math.min(newest, from + AT_ONCE - 1);
            connection.demand(Command.of("FETCH " + from + ":" + to + " " + ITEMS), fetched::take);
        }
        return UidOrder.of(fetched.summaries(selected.name(), selected.uidValidity()).stream()
                .sorted(order.comparator())
                .map(message -> message.ref().uid())
                .toList());
    }
}
