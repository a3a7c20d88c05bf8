package org.restante.message;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.restante.mailstore.MessageOrder;
import org.restante.mailstore.MessageOrder.Key;
import org.restante.web.Texts;

/**
 * An order that a list offers; public, or expressions of its template could not be compiled.
 *
 * @param address of the list in that order
 * @param chosen whether it is in that order now
 */
public record SortChoice(String label, String address, boolean chosen) {

    private static final Map<Key, String> LABELS = Map.of(
            Key.ARRIVAL, "message.sort.arrival",
            Key.DATE, "message.field.date",
            Key.FROM, "message.field.from",
            Key.TO, "message.field.to",
            Key.SUBJECT, "compose.subject",
            Key.SIZE, "message.sort.size",
            Key.FLAGGED, "message.sort.flagged",
            Key.UNREAD, "message.sort.unread");

    static List<SortChoice> all(ListOrder now, String base, ListFilter filter, Texts texts) {
        return Arrays.stream(Key.values())
                .map(key -> new SortChoice(
                        texts.get(LABELS.get(key)),
                        address(base, filter, new ListOrder(new MessageOrder(key, false))),
                        now.order().key() == key))
                .toList();
    }

    /** Returns the address of the list the other way round. */
    static String turned(ListOrder now, String base, ListFilter filter) {
        return address(
                base,
                filter,
                new ListOrder(new MessageOrder(now.order().key(), !now.order().reversed())));
    }

    static String address(String base, ListFilter filter, ListOrder order) {
        String query = filter.further() + order.further();
        return query.isEmpty() ? base : base + "?" + query.substring(1);
    }
}
