package org.restante.mailstore.local;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.restante.content.Contents;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What is on its way out of maildrops. Messages whose names are doubtful, because the server gives them twice or not at all, never are. */
final class RemovalTable {

    private static final int AT_ONCE = 1000;
    private static final String NAMED = " and uidl not like '% %'";

    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final TransactionTemplate transaction;
    private final BoxTable boxes;
    private final MessageTable messages;
    private final Contents contents;

    RemovalTable(
            JdbcTemplate batches,
            TransactionTemplate transaction,
            BoxTable boxes,
            MessageTable messages,
            Contents contents) {
        database = JdbcClient.create(batches);
        this.batches = batches;
        this.transaction = transaction;
        this.boxes = boxes;
        this.messages = messages;
        this.contents = contents;
    }

    /** Returns whether messages were purged so long ago. */
    boolean hasWaiting(Drop drop, Duration ago) {
        return !waiting(drop, ago, 1).isEmpty();
    }

    private record Waiting(long id, String name) {}

    private List<Waiting> waiting(Drop drop, Duration ago, int most) {
        return database.sql("select m.id, m.uidl from local_message m join local_mailbox b on b.id = m.mailbox_id"
                        + " where b.maildrop_id = :drop and b.name = :waiting and m.doomed_at <= :before"
                        + " order by m.id limit :most")
                .param("drop", drop.id())
                .param("waiting", BoxTable.WAITING.toAddress())
                .param("before", now().minus(ago))
                .param("most", most)
                .query((row, number) -> new Waiting(row.getLong("id"), row.getString("uidl")))
                .list();
    }

    private OffsetDateTime now() {
        return database.sql("select current_timestamp")
                .query(OffsetDateTime.class)
                .single();
    }

    /**
     * Removes here for good what was purged so long ago; from then on it cannot be taken back. What lies in the maildrop is to be removed
     * there too.
     *
     * @param lease fails where it was lost; asked within each transaction
     */
    void settle(Drop drop, Duration ago, Runnable lease) {
        List<Waiting> some = waiting(drop, ago, AT_ONCE);
        while (!some.isEmpty()) {
            List<Waiting> ending = some;
            transaction.executeWithoutResult(status -> {
                lease.run();
                end(drop, ending);
            });
            some = waiting(drop, ago, AT_ONCE);
        }
    }

    /** Who takes a message back at the same moment waits for its row, or is waited for. */
    private void end(Drop drop, List<Waiting> some) {
        long waiting = boxes.waiting(drop).id();
        List<Waiting> still = database.sql(
                        "select id, uidl from local_message where id in (:ids) and mailbox_id = :waiting for update")
                .param("ids", some.stream().map(Waiting::id).toList())
                .param("waiting", waiting)
                .query((row, number) -> new Waiting(row.getLong("id"), row.getString("uidl")))
                .list();
        batches.batchUpdate(
                "insert into local_purged (maildrop_id, uidl, doomed) values (?, ?, ?)",
                still.stream()
                        .filter(each -> !each.name.startsWith(" "))
                        .map(each -> new Object[] {
                            drop.id(), each.name, drop.policy().removesPurged()
                        })
                        .toList());
        contents.delete(messages.remove(still.stream().map(Waiting::id).toList()));
    }

    /** Returns the names of what was removed here and is to be removed from the maildrop, if it still lies there. */
    List<String> doomed(Drop drop) {
        return database.sql("select uidl from local_purged where maildrop_id = :drop and doomed" + NAMED)
                .param("drop", drop.id())
                .query(String.class)
                .list();
    }

    /** Returns messages that are to be stored here and removed from the maildrop, the oldest first. */
    List<MessageRow> due(Drop drop, int days, long after, int most) {
        return database.sql(MessageTable.COLUMNS
                        + " where maildrop_id = :drop and id > :after and not gone and header is not null" + NAMED
                        + " and known_at <= :before and doomed_at is null order by id limit :most")
                .param("drop", drop.id())
                .param("after", after)
                .param("before", now().minusDays(days))
                .param("most", most)
                .query((row, number) -> MessageRow.read(row))
                .list();
    }

    /** Returns how many of some messages lie in the maildrop too and would be removed there. */
    int countOnServer(Box box, List<Long> uids) {
        int count = 0;
        for (int at = 0; at < uids.size(); at += AT_ONCE) {
            count += database.sql(
                            "select count(*) from local_message where mailbox_id = :box and uid in (:uids) and not gone"
                                    + NAMED)
                    .param("box", box.id())
                    .param("uids", uids.subList(at, Math.min(at + AT_ONCE, uids.size())))
                    .query(Integer.class)
                    .single();
        }
        return count;
    }
}
