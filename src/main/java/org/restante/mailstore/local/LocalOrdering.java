package org.restante.mailstore.local;

import java.util.ArrayList;
import java.util.List;
import org.restante.mailstore.MessageOrder;
import org.restante.mailstore.MessageSummary;
import org.restante.mailstore.UidOrder;

/** Puts the newest messages of a mailbox in an order by what lies in the database of them. */
final class LocalOrdering {

    /** So many of the newest messages are put in order. */
    static final int MOST = 5_000;

    private final Box box;

    LocalOrdering(Box box) {
        this.box = box;
    }

    /**
     * Messages in an order.
     *
     * @param most of how many of the newest; 0: of all
     */
    record Ordered(UidOrder order, long most) {}

    /** Puts rows in an order, which come the newest first. */
    Ordered order(List<MessageRow> rows, MessageOrder order) {
        List<MessageSummary> newest = new ArrayList<>(
                rows.stream().limit(MOST).map(row -> row.summary(box)).toList());
        newest.sort(order.comparator());
        return new Ordered(
                UidOrder.of(newest.stream().map(message -> message.ref().uid()).toList()),
                rows.size() > MOST ? MOST : 0);
    }
}
