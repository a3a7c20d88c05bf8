package org.restante.mailstore.imap;

import java.util.Optional;
import org.restante.mailstore.MessageOrder;
import org.restante.mailstore.MessageSet;
import org.restante.mailstore.OrderedView;
import org.restante.mailstore.PageRequest;
import org.restante.mailstore.UidOrder;

/** Asks for the tree and a page of the selected mailbox in an order. */
final class OrderedQuery {

    private final ImapConnection connection;
    private final RowCache cache;

    OrderedQuery(ImapConnection connection, RowCache cache) {
        this.connection = connection;
        this.cache = cache;
    }

    OrderedView view(MessageOrder order, Optional<MessageSet> among, PageRequest request) {
        Ordering.Known known = new Ordering(connection, cache).order(order);
        UidOrder wanted = among.map(known.order()::among).orElse(known.order());
        return new OrderedView(new SetQuery(connection, cache).view(wanted.part(request), wanted.size()), known.most());
    }
}
