package org.restante.mailstore.local;

import java.util.List;
import java.util.Map;
import org.restante.content.Contents;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the database say what lies in a maildrop. */
final class Reconciliation {

    private final MessageTable messages;
    private final Contents contents;
    private final TransactionTemplate transaction;

    Reconciliation(MessageTable messages, Contents contents, TransactionTemplate transaction) {
        this.messages = messages;
        this.contents = contents;
        this.transaction = transaction;
    }

    /**
     * Adds what is new and removes what is no longer there, in one transaction, which fails where the lease was lost.
     *
     * @param known the ids of the messages in the database, by name
     */
    void write(Drop drop, MaildropLease lease, Map<String, Long> known, Arrivals arrivals) {
        List<String> added = arrivals.newTo(known.keySet());
        List<Long> removed = known.entrySet().stream()
                .filter(entry -> !arrivals.byName().containsKey(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        transaction.executeWithoutResult(status -> {
            lease.markRead();
            messages.add(drop, added, arrivals);
            contents.delete(messages.remove(removed));
        });
    }
}
