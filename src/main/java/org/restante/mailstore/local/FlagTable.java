package org.restante.mailstore.local;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
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

    private record Flagged(long id, Uid uid, Set<Flag> before, Set<Flag> flags) {}

    /** What came of it. */
    record Changed(int there, Set<Uid> uids) {}

    /**
     * Changes the flags of the messages that are there.
     *
     * @throws Refused where a message would have more keywords than there is room for
     */
    Changed change(Box box, List<Uid> uids, UnaryOperator<Set<Flag>> change) {
        int there = 0;
        Set<Uid> changed = new HashSet<>();
        for (int at = 0; at < uids.size(); at += AT_ONCE) {
            List<Uid> some = uids.subList(at, Math.min(at + AT_ONCE, uids.size()));
            there += transaction.execute(status -> changeAtOnce(box, some, change, changed));
        }
        return new Changed(there, changed);
    }

    private int changeAtOnce(Box box, List<Uid> uids, UnaryOperator<Set<Flag>> change, Set<Uid> changed) {
        List<Flagged> found = JdbcClient.create(batches)
                .sql("select id, uid, seen, flags from local_message where mailbox_id = :box and uid in (:uids)"
                        + " order by id for update")
                .param("box", box.id())
                .param("uids", uids.stream().map(Uid::value).toList())
                .query((row, number) -> flagged(row, change))
                .list();
        List<Object[]> rows = new ArrayList<>();
        for (Flagged message : found) {
            String words = Flags.words(message.flags);
            if (words.length() > MOST_OCTETS) {
                throw new Refused(Refused.Kind.OTHER, "too many keywords on a message");
            }
            if (!message.flags.equals(message.before)) {
                changed.add(message.uid);
                rows.add(new Object[] {message.flags.contains(Flag.SEEN), words, message.id});
            }
        }
        batches.batchUpdate("update local_message set seen = ?, flags = ? where id = ?", rows);
        return found.size();
    }

    private static Flagged flagged(ResultSet row, UnaryOperator<Set<Flag>> change) throws SQLException {
        Set<Flag> before = Flags.read(row.getBoolean("seen"), row.getString("flags"));
        return new Flagged(
                row.getLong("id"), new Uid(row.getLong("uid")), before, change.apply(new LinkedHashSet<>(before)));
    }

    /** Returns the UIDs of the messages whose flags are such. */
    List<Uid> find(Box box, Predicate<Set<Flag>> such) {
        List<Uid> found = new ArrayList<>();
        JdbcClient.create(batches)
                .sql("select uid, seen, flags from local_message where mailbox_id = :box order by uid")
                .param("box", box.id())
                .query(row -> {
                    if (such.test(Flags.read(row.getBoolean("seen"), row.getString("flags")))) {
                        found.add(new Uid(row.getLong("uid")));
                    }
                });
        return found;
    }
}
