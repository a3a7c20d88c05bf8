package org.restante.mailstore.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.restante.mailstore.Flag;
import org.restante.mailstore.MailFailure.Refused;
import org.restante.mailstore.Uid;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The flags of messages, which a POP3 server does not keep. */
final class FlagTable {

    private static final int MOST_OCTETS = 4000;
    private static final int AT_ONCE = 1000;

    private final JdbcTemplate batches;
    private final TransactionTemplate transaction;

    FlagTable(JdbcTemplate batches, TransactionTemplate transaction) {
        this.batches = batches;
        this.transaction = transaction;
    }

    private record Flagged(long id, Set<Flag> flags) {}

    /**
     * Changes the flags of the messages that are there.
     *
     * @return how many those are
     * @throws Refused where a message would have more keywords than there is room for
     */
    int change(Drop drop, List<Uid> uids, UnaryOperator<Set<Flag>> change) {
        int changed = 0;
        for (int at = 0; at < uids.size(); at += AT_ONCE) {
            List<Uid> some = uids.subList(at, Math.min(at + AT_ONCE, uids.size()));
            changed += transaction.execute(status -> changeAtOnce(drop, some, change));
        }
        return changed;
    }

    private int changeAtOnce(Drop drop, List<Uid> uids, UnaryOperator<Set<Flag>> change) {
        List<Flagged> found = JdbcClient.create(batches)
                .sql("select id, seen, flags from local_message where mailbox_id = :inbox and uid in (:uids)"
                        + " order by id for update")
                .param("inbox", drop.inbox())
                .param("uids", uids.stream().map(Uid::value).toList())
                .query((row, number) -> new Flagged(
                        row.getLong("id"), change.apply(Flags.read(row.getBoolean("seen"), row.getString("flags")))))
                .list();
        List<Object[]> rows = new ArrayList<>();
        for (Flagged message : found) {
            String words = Flags.words(message.flags);
            if (words.length() > MOST_OCTETS) {
                throw new Refused(Refused.Kind.OTHER, "too many keywords on a message");
            }
            rows.add(new Object[] {message.flags.contains(Flag.SEEN), words, message.id});
        }
        batches.batchUpdate("update local_message set seen = ?, flags = ? where id = ?", rows);
        return found.size();
    }
}
