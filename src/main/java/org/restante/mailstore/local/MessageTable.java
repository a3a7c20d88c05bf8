package org.restante.mailstore.local;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.restante.mailstore.Uid;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The messages of maildrops. */
final class MessageTable {

    static final String COLUMNS =
            "select id, uid, uidl, size, received_at, seen, flags, header, structure, content_id, kept from local_message";
    private static final int AT_ONCE = 1000;

    /** One statement for many rows. */
    private static final String INSERT =
            "insert into local_message (maildrop_id, mailbox_id, uid, uidl, size, received_at, seen, flags)"
                    + " select cast(? as bigint), cast(? as bigint), cast(? as bigint) + arrived.number, arrived.uidl, arrived.size,"
                    + " current_timestamp, false, '' from unnest(cast(? as varchar array), cast(? as bigint array))"
                    + " with ordinality as arrived (uidl, size, number)";

    private final JdbcClient database;
    private final JdbcTemplate batches;

    MessageTable(JdbcClient database, JdbcTemplate batches) {
        this.database = database;
        this.batches = batches;
    }

    /** How many messages there are, and how many of them nobody has seen. */
    record Counts(long total, long unseen) {
        static final Counts NONE = new Counts(0, 0);
    }

    /** Counts also those whose rows are still being added: while a maildrop is read for the first time they have the lowest UIDs. */
    Counts counts(Drop drop, Box box) {
        return box.id() == drop.inbox().id()
                ? countsOfInbox(drop)
                : counts(drop).getOrDefault(box.id(), Counts.NONE);
    }

    private Counts countsOfInbox(Drop drop) {
        return database.sql("select count(*) as total, count(case when seen then null else 1 end) as unseen,"
                        + " case when max(d.last_read_at) is null then coalesce(min(m.uid), 1) - 1 else 0 end as coming"
                        + " from local_message m join maildrop d on d.id = m.maildrop_id where m.mailbox_id = :inbox")
                .param("inbox", drop.inbox().id())
                .query((row, number) -> new Counts(
                        row.getLong("total") + row.getLong("coming"), row.getLong("unseen") + row.getLong("coming")))
                .single();
    }

    /** Returns the counts of all mailboxes that have messages, by the ids of their rows. */
    Map<Long, Counts> counts(Drop drop) {
        Map<Long, Counts> counts = new HashMap<>();
        database.sql("select mailbox_id, count(*) as total, count(case when seen then null else 1 end) as unseen"
                        + " from local_message where maildrop_id = :drop group by mailbox_id")
                .param("drop", drop.id())
                .query(row -> {
                    counts.put(row.getLong("mailbox_id"), new Counts(row.getLong("total"), row.getLong("unseen")));
                });
        counts.computeIfPresent(drop.inbox().id(), (id, known) -> countsOfInbox(drop));
        return counts;
    }

    /** Returns how many messages arrived no earlier than the one with that UID. */
    long countFrom(Box box, Uid uid) {
        return database.sql("select count(*) from local_message where mailbox_id = :box and uid >= :uid")
                .param("box", box.id())
                .param("uid", uid.value())
                .query(Long.class)
                .single();
    }

    /** Returns how many messages arrived no later than the one with that UID. */
    long countUpTo(Drop drop, Uid uid) {
        return database.sql("select count(*) from local_message where mailbox_id = :inbox and uid <= :uid and not gone")
                .param("inbox", drop.inbox().id())
                .param("uid", uid.value())
                .query(Long.class)
                .single();
    }

    /** Returns rows, the newest first. */
    List<MessageRow> page(Box box, long offset, int size) {
        return database.sql(COLUMNS + " where mailbox_id = :box order by uid desc limit :size offset :offset")
                .param("box", box.id())
                .param("size", size)
                .param("offset", offset)
                .query((row, number) -> MessageRow.read(row))
                .list();
    }

    /** Returns rows with lower UIDs than this, the newest first. */
    List<MessageRow> below(Box box, long uid, int size) {
        return database.sql(COLUMNS + " where mailbox_id = :box and uid < :uid order by uid desc limit :size")
                .param("box", box.id())
                .param("uid", uid)
                .param("size", size)
                .query((row, number) -> MessageRow.read(row))
                .list();
    }

    /** Returns those of the messages that are there, in that order. */
    List<MessageRow> among(Box box, List<Uid> uids) {
        Map<Uid, MessageRow> rows = new HashMap<>();
        if (!uids.isEmpty()) {
            database.sql(COLUMNS + " where mailbox_id = :box and uid in (:uids)")
                    .param("box", box.id())
                    .param("uids", uids.stream().map(Uid::value).toList())
                    .query((row, number) -> MessageRow.read(row))
                    .list()
                    .forEach(row -> rows.put(row.uid(), row));
        }
        return uids.stream().map(rows::get).filter(Objects::nonNull).toList();
    }

    Optional<MessageRow> find(Box box, Uid uid) {
        return database.sql(COLUMNS + " where mailbox_id = :box and uid = :uid")
                .param("box", box.id())
                .param("uid", uid.value())
                .query((row, number) -> MessageRow.read(row))
                .optional();
    }

    /** Returns the messages whose header section was not fetched yet, by their name, the newest first. */
    Map<String, Long> lackingHeader(Drop drop, int most) {
        Map<String, Long> lacking = new LinkedHashMap<>();
        database.sql("select uidl, id from local_message where maildrop_id = :drop and header is null and not gone"
                        + " and uidl not like ' %' order by uid desc limit :most")
                .param("drop", drop.id())
                .param("most", most)
                .query(row -> {
                    lacking.put(row.getString("uidl"), row.getLong("id"));
                });
        return lacking;
    }

    /** Returns the ids of all messages that lay in the maildrop when it was read last, by name. */
    Map<String, Long> known(Drop drop) {
        Map<String, Long> known = new HashMap<>();
        database.sql("select uidl, id from local_message where maildrop_id = :drop and not gone and uidl not like ' %'")
                .param("drop", drop.id())
                .query(row -> {
                    known.put(row.getString("uidl"), row.getLong("id"));
                });
        return known;
    }

    /** How many messages lie in the maildrop, and how many here alone that lay there. */
    record Places(long onServer, long hereAlone) {}

    Places places(Drop drop) {
        return database.sql(
                        "select count(case when gone then null else 1 end) as there, count(case when gone then 1 end) as here"
                                + " from local_message where maildrop_id = :drop and uidl not like ' %'")
                .param("drop", drop.id())
                .query((row, number) -> new Places(row.getLong("there"), row.getLong("here")))
                .single();
    }

    /** Returns the names of what was removed here for good and still lay in the maildrop when that was read. */
    Set<String> purged(Drop drop) {
        return new HashSet<>(database.sql("select uidl from local_purged where maildrop_id = :drop")
                .param("drop", drop.id())
                .query(String.class)
                .list());
    }

    /** Forgets names that no longer lie in the maildrop; in the caller's transaction. */
    void forgetPurged(Drop drop, Collection<String> names) {
        batches.batchUpdate(
                "delete from local_purged where maildrop_id = ? and uidl = ?",
                names.stream().map(name -> new Object[] {drop.id(), name}).toList());
    }

    /** Adds messages in the order of their arrival; in the caller's transaction. */
    void add(Drop drop, List<String> names, Arrivals arrivals) {
        if (!names.isEmpty()) {
            insert(drop, reserve(drop, names.size()), names, arrivals);
        }
    }

    /** Adds messages that arrived before all that are there, under the highest UIDs that are left for them; in the caller's transaction. */
    void addBelow(Drop drop, List<String> names, Arrivals arrivals) {
        if (!names.isEmpty()) {
            insert(drop, Math.max(1, lowestUid(drop) - names.size()), names, arrivals);
        }
    }

    /** Sets UIDs aside, and returns the first of them; in the caller's transaction. */
    long reserve(Drop drop, int count) {
        long first = database.sql("select next_uid from local_mailbox where id = :inbox for update")
                .param("inbox", drop.inbox().id())
                .query(Long.class)
                .single();
        database.sql("update local_mailbox set next_uid = :next where id = :inbox")
                .param("next", first + count)
                .param("inbox", drop.inbox().id())
                .update();
        return first;
    }

    /** Returns the UID of the oldest message; there must be one. */
    long lowestUid(Drop drop) {
        return database.sql("select min(uid) from local_message where mailbox_id = :inbox")
                .param("inbox", drop.inbox().id())
                .query(Long.class)
                .single();
    }

    /** Adds messages under consecutive UIDs; in the caller's transaction. */
    void insert(Drop drop, long firstUid, List<String> names, Arrivals arrivals) {
        Object[] sizes =
                names.stream().map(name -> arrivals.byName().get(name).size()).toArray();
        batches.update(INSERT, statement -> {
            statement.setLong(1, drop.id());
            statement.setLong(2, drop.inbox().id());
            statement.setLong(3, firstUid - 1);
            statement.setArray(4, statement.getConnection().createArrayOf("varchar", names.toArray()));
            statement.setArray(5, statement.getConnection().createArrayOf("bigint", sizes));
        });
    }

    /**
     * Removes messages; in the caller's transaction.
     *
     * @return the content that nobody needs any more
     */
    List<Long> remove(Collection<Long> ids) {
        List<Long> contents = new ArrayList<>();
        List<Long> all = List.copyOf(ids);
        for (int at = 0; at < all.size(); at += AT_ONCE) {
            List<Long> some = all.subList(at, Math.min(at + AT_ONCE, all.size()));
            contents.addAll(
                    database.sql("select content_id from local_message where id in (:ids) and content_id is not null")
                            .param("ids", some)
                            .query(Long.class)
                            .list());
            database.sql("delete from local_message where id in (:ids)")
                    .param("ids", some)
                    .update();
        }
        return contents;
    }

    /**
     * Takes note that messages have left the maildrop, those that are kept, and removes the others; in the caller's transaction.
     *
     * @return the content that nobody needs any more
     */
    List<Long> leave(Collection<Long> ids) {
        List<Long> all = List.copyOf(ids);
        Set<Long> kept = new HashSet<>();
        for (int at = 0; at < all.size(); at += AT_ONCE) {
            List<Long> some = all.subList(at, Math.min(at + AT_ONCE, all.size()));
            database.sql("update local_message set gone = true where id in (:ids) and kept")
                    .param("ids", some)
                    .update();
            kept.addAll(database.sql("select id from local_message where id in (:ids) and kept")
                    .param("ids", some)
                    .query(Long.class)
                    .list());
        }
        return remove(all.stream().filter(id -> !kept.contains(id)).toList());
    }

    /** Returns those of some names that had left the maildrop, and whose messages are kept; from now on they are there again. */
    Set<String> comeBack(Drop drop, List<String> names) {
        Set<String> back = new HashSet<>();
        for (int at = 0; at < names.size(); at += AT_ONCE) {
            back.addAll(database.sql(
                            "select uidl from local_message where maildrop_id = :drop and gone and uidl in (:names)")
                    .param("drop", drop.id())
                    .param("names", names.subList(at, Math.min(at + AT_ONCE, names.size())))
                    .query(String.class)
                    .list());
        }
        batches.batchUpdate(
                "update local_message set gone = false where maildrop_id = ? and uidl = ?",
                back.stream().map(name -> new Object[] {drop.id(), name}).toList());
        return back;
    }

    /** Keeps header sections, by the messages' ids. */
    void storeHeaders(Map<Long, StoredHeader> headers) {
        List<Object[]> rows = new ArrayList<>();
        headers.forEach((id, header) -> rows.add(new Object[] {
            header.octets(),
            header.received()
                    .map(received -> OffsetDateTime.ofInstant(received, ZoneOffset.UTC))
                    .orElse(null),
            id
        }));
        batches.batchUpdate(
                "update local_message set header = ?, received_at = coalesce(cast(? as timestamp with time zone),"
                        + " received_at) where id = ?",
                rows);
    }
}
