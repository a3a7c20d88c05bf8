package org.restante.mailstore.local;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.restante.mailstore.Conversations;
import org.restante.mailstore.Criterion;
import org.restante.mailstore.MessageOrder;
import org.restante.mailstore.MessageThreading;
import org.restante.mailstore.SearchPosition;
import org.restante.mailstore.SearchedBlock;
import org.restante.mailstore.ThreadedMessage;
import org.restante.mailstore.Threading;

/** Looks at many messages of a mailbox: searches them, puts them in order and together. What is not known of them yet is fetched first. */
final class LocalFinding {

    private final LocalServices services;
    private final MaildropVisit visit;
    private final Box box;

    LocalFinding(LocalServices services, MaildropVisit visit, Box box) {
        this.services = services;
        this.visit = visit;
        this.box = box;
    }

    SearchedBlock search(Criterion criterion, SearchPosition from, int most) {
        if (from.isStart()) {
            visit.look(most);
        }
        List<MessageRow> rows = withHeaders(() -> services.messages().below(box, from.below(), most));
        visit.close();
        return new BlockSearch(services, box, rows).search(criterion, most, total());
    }

    LocalOrdering.Ordered order(MessageOrder order) {
        return new LocalOrdering(box)
                .order(withHeaders(() -> services.messages().page(box, 0, LocalOrdering.MOST + 1)), order);
    }

    Conversations conversations() {
        visit.look(MessageThreading.MOST);
        long total = total();
        return Conversations.of(
                Threading.of(threaded(MessageThreading.MOST)),
                total > MessageThreading.MOST ? MessageThreading.MOST : 0);
    }

    List<ThreadedMessage> threaded(int most) {
        List<MessageRow> rows = withHeaders(() -> services.messages().page(box, 0, most));
        visit.close();
        return rows.stream().map(row -> row.threaded(box)).toList();
    }

    private long total() {
        return services.messages().counts(visit.drop(), box).total();
    }

    /** Returns rows once their header sections are fetched that were not, if they can be fetched now. */
    private List<MessageRow> withHeaders(Supplier<List<MessageRow>> wanted) {
        List<MessageRow> rows = wanted.get();
        Map<String, Long> lacking = lackingHeader(rows);
        if (lacking.isEmpty()) {
            return rows;
        }
        visit.unlessNotNow(() -> true, open -> open.fetchHeaders(lacking));
        return wanted.get();
    }

    /** Returns those of some rows whose header section was not fetched yet, by their name. */
    static Map<String, Long> lackingHeader(List<MessageRow> rows) {
        Map<String, Long> lacking = new LinkedHashMap<>();
        rows.stream().filter(row -> row.header().isEmpty()).forEach(row -> lacking.put(row.uidl(), row.id()));
        return lacking;
    }
}
