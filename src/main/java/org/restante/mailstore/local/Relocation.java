package org.restante.mailstore.local;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.restante.content.Contents;
import org.restante.mailstore.Flag;
import org.restante.mailstore.MailFailure.Gone;
import org.restante.mailstore.Uid;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes messages from one mailbox to another, or out of all of them. The maildrop is not touched: what lies there keeps its UIDL. */
final class Relocation {

    private static final int AT_ONCE = 1000;

    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final TransactionTemplate transaction;
    private final Contents contents;

    Relocation(JdbcTemplate batches, TransactionTemplate transaction, Contents contents) {
        database = JdbcClient.create(batches);
        this.batches = batches;
        this.transaction = transaction;
        this.contents = contents;
    }

    private record Found(long id, Uid uid) {}

    /** Moves the messages that are there; returns what each has become, in the order of arrival. */
    Map<Uid, Uid> move(Box from, Collection<Uid> uids, Box to) {
        return transaction.execute(status -> {
            Map<Uid, Uid> moved = new LinkedHashMap<>();
            long next = nextUid(to);
            List<Object[]> rows = new ArrayList<>();
            for (Found each : find(from, uids)) {
                moved.put(each.uid, new Uid(next));
                rows.add(new Object[] {to.id(), next++, each.id});
            }
            batches.batchUpdate(
                    "update local_message set mailbox_id = ?, uid = ?, doomed_at = null where id = ?", rows);
            setNextUid(to, next);
            return moved;
        });
    }

    /** Copies a message whose content is here; returns the copy's UID. */
    Uid copy(MessageRow message, Box to) {
        return transaction.execute(status -> {
            long uid = nextUid(to);
            database.sql(
                            "insert into local_message (maildrop_id, mailbox_id, uid, uidl, size, received_at, seen, flags,"
                                    + " header, structure, content_id, content_used_at)"
                                    + " select maildrop_id, :box, :uid, :name, size, received_at, seen, flags, header, structure,"
                                    + " :content, current_timestamp from local_message where id = :id")
                    .param("box", to.id())
                    .param("uid", uid)
                    .param("name", OwnMessages.nameOfCopy(message))
                    .param("content", contents.copy(message.content().orElseThrow()))
                    .param("id", message.id())
                    .update();
            setNextUid(to, uid + 1);
            return new Uid(uid);
        });
    }

    private long nextUid(Box box) {
        return database.sql("select next_uid from local_mailbox where id = :id for update")
                .param("id", box.id())
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new Gone(Gone.Kind.MAILBOX, "removed a moment ago"));
    }

    private void setNextUid(Box box, long next) {
        database.sql("update local_mailbox set next_uid = :next where id = :id")
                .param("next", next)
                .param("id", box.id())
                .update();
    }

    private List<Found> find(Box box, Collection<Uid> uids) {
        List<Uid> all = List.copyOf(uids);
        List<Found> found = new ArrayList<>();
        for (int at = 0; at < all.size(); at += AT_ONCE) {
            found.addAll(database.sql("select id, uid from local_message where mailbox_id = :box and uid in (:uids)"
                            + " order by uid for update")
                    .param("box", box.id())
                    .param(
                            "uids",
                            all.subList(at, Math.min(at + AT_ONCE, all.size())).stream()
                                    .map(Uid::value)
                                    .toList())
                    .query((row, number) -> new Found(row.getLong("id"), new Uid(row.getLong("uid"))))
                    .list());
        }
        return found;
    }

    private record Doomed(long id, Long content) {}

    /** Removes those of these messages that are marked as deleted; returns how many that were. */
    int purge(Drop drop, Box box, Collection<Uid> uids) {
        return transaction.execute(status -> {
            List<Long> ids = find(box, uids).stream().map(Found::id).toList();
            int purged = 0;
            for (int at = 0; at < ids.size(); at += AT_ONCE) {
                purged += remove(drop, marked(ids.subList(at, Math.min(at + AT_ONCE, ids.size()))));
            }
            return purged;
        });
    }

    /** Takes those of these messages that are marked as deleted to where they wait for their end; returns what each has become. */
    Map<Uid, Uid> doom(Box box, Collection<Uid> uids, Box waiting) {
        return transaction.execute(status -> {
            List<Found> found = find(box, uids);
            Set<Long> marked = new LinkedHashSet<>();
            for (int at = 0; at < found.size(); at += AT_ONCE) {
                marked(found.subList(at, Math.min(at + AT_ONCE, found.size())).stream()
                                .map(Found::id)
                                .toList())
                        .forEach(each -> marked.add(each.id));
            }
            Map<Uid, Uid> moved = move(
                    box,
                    found.stream()
                            .filter(each -> marked.contains(each.id))
                            .map(Found::uid)
                            .toList(),
                    waiting);
            batches.batchUpdate(
                    "update local_message set doomed_at = current_timestamp where id = ?",
                    marked.stream().map(id -> new Object[] {id}).toList());
            return moved;
        });
    }

    /** Removes all messages of a mailbox; in the caller's transaction. */
    void empty(Drop drop, Box box) {
        remove(
                drop,
                database.sql("select id, content_id from local_message where mailbox_id = :box for update")
                        .param("box", box.id())
                        .query((row, number) -> new Doomed(row.getLong("id"), row.getObject("content_id", Long.class)))
                        .list());
    }

    private List<Doomed> marked(List<Long> ids) {
        List<Doomed> marked = new ArrayList<>();
        database.sql("select id, content_id, flags from local_message where id in (:ids)")
                .param("ids", ids)
                .query(row -> {
                    if (Flags.read(false, row.getString("flags")).contains(Flag.DELETED)) {
                        marked.add(new Doomed(row.getLong("id"), row.getObject("content_id", Long.class)));
                    }
                });
        return marked;
    }

    private int remove(Drop drop, List<Doomed> doomed) {
        batches.batchUpdate(
                "insert into local_purged (maildrop_id, uidl, doomed) select maildrop_id, uidl, cast(? as boolean)"
                        + " from local_message where id = ? and uidl not like ' %'",
                doomed.stream()
                        .map(each -> new Object[] {drop.policy().removesPurged(), each.id})
                        .toList());
        batches.batchUpdate(
                "delete from local_message where id = ?",
                doomed.stream().map(each -> new Object[] {each.id}).toList());
        List<Long> orphans = new ArrayList<>();
        doomed.stream().map(Doomed::content).filter(content -> content != null).forEach(orphans::add);
        contents.delete(orphans);
        return doomed.size();
    }
}
