package org.restante.mailstore.local;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.restante.content.Contents;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the database say what lies in a maildrop. When a large one is read for the first time, only the newest messages get their rows at
 * once, and all get their UIDs; the maildrop counts as read when the others have theirs too, in this session or the next.
 */
final class Reconciliation {

    private static final int PORTION = 1000;

    private final MessageTable messages;
    private final DropTable drops;
    private final Contents contents;
    private final TransactionTemplate transaction;

    Reconciliation(MessageTable messages, DropTable drops, Contents contents, TransactionTemplate transaction) {
        this.messages = messages;
        this.drops = drops;
        this.contents = contents;
        this.transaction = transaction;
    }

    /**
     * Adds what is new and was not removed here for good, and removes what is no longer there, in one transaction, which fails where the lease was lost.
     *
     * @param known the ids of the messages in the database, by name
     * @param newest how many of the newest messages are needed at once
     * @return the names of older messages that are to be added by {@link #writeOlder}, in the order of arrival
     */
    List<String> write(Drop drop, MaildropLease lease, Map<String, Long> known, Arrivals arrivals, int newest) {
        boolean first = drops.lastRead(drop).isEmpty();
        List<String> names = List.copyOf(arrivals.byName().keySet());
        if (first && known.isEmpty() && names.size() - newest > PORTION) {
            return writeNewest(drop, lease, names, arrivals, newest);
        }
        int older = first && !known.isEmpty() ? older(drop, names, known) : 0;
        Set<String> purged = messages.purged(drop);
        List<String> added = arrivals.newTo(known.keySet());
        added.removeAll(purged);
        purged.removeAll(arrivals.byName().keySet());
        List<Long> removed = known.entrySet().stream()
                .filter(entry -> !arrivals.byName().containsKey(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        transaction.executeWithoutResult(status -> {
            lease.markRead();
            if (!first) {
                added.removeAll(messages.comeBack(drop, added));
            }
            messages.addBelow(drop, added.subList(0, older), arrivals);
            messages.add(drop, added.subList(older, added.size()), arrivals);
            contents.delete(messages.leave(removed));
            messages.forgetPurged(drop, purged);
        });
        return List.of();
    }

    private List<String> writeNewest(
            Drop drop, MaildropLease lease, List<String> names, Arrivals arrivals, int newest) {
        int older = names.size() - newest;
        transaction.executeWithoutResult(status -> {
            lease.renew();
            long uid = messages.reserve(drop, names.size());
            messages.insert(drop, uid + older, names.subList(older, names.size()), arrivals);
        });
        return names.subList(0, older);
    }

    /** Returns how many messages are left of a first reading that came to no end: those before the first one that is known. */
    private int older(Drop drop, List<String> names, Map<String, Long> known) {
        int older = 0;
        while (older < names.size() && !known.containsKey(names.get(older))) {
            older++;
        }
        return older < names.size() ? (int) Math.min(older, messages.lowestUid(drop) - 1) : 0;
    }

    /**
     * Adds the newest of what is left of a first reading.
     *
     * @param left what {@link #write} returned, or this method the last time
     * @return what is still left
     */
    List<String> writeOlder(Drop drop, MaildropLease lease, List<String> left, Arrivals arrivals) {
        int rest = Math.max(0, left.size() - PORTION);
        transaction.executeWithoutResult(status -> {
            if (rest == 0) {
                lease.markRead();
            } else {
                lease.renew();
            }
            messages.addBelow(drop, left.subList(rest, left.size()), arrivals);
        });
        return left.subList(0, rest);
    }
}
