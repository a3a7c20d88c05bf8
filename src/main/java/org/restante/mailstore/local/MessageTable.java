package org.restante.mailstore.local;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.restante.mailstore.Uid;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The messages of maildrops. */
final class MessageTable {

    private static final String COLUMNS =
            "select id, uid, uidl, size, received_at, seen, flags, header, structure, content_id from local_message";
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
    record Counts(long total, long unseen) {}

    /** Counts also those whose rows are still being added: while a maildrop is read for the first time they have the lowest UIDs. */
    Counts counts(Drop drop) {
        return database.sql("select count(*) as total, count(case when seen then null else 1 end) as unseen,"
                        + " case when max(d.last_read_at) is null then coalesce(min(m.uid), 1) - 1 else 0 end as coming"
                        + " from local_message m join maildrop d on d.id = m.maildrop_id where m.mailbox_id = :inbox")
                .param("inbox", drop.inbox())
                .query((row, number) -> new Counts(
                        row.getLong("total") + row.getLong("coming"), row.getLong("unseen") + row.getLong("coming")))
                .single();
    }

    /** Returns how many messages arrived no earlier than the one with that UID. */
    long countFrom(Drop drop, Uid uid) {
        return database.sql("select count(*) from local_message where mailbox_id = :inbox and uid >= :uid")
                .param("inbox", drop.inbox())
                .param("uid", uid.value())
                .query(Long.class)
                .single();
    }

    /** Returns how many messages arrived no later than the one with that UID. */
    long countUpTo(Drop drop, Uid uid) {
        return database.sql("select count(*) from local_message where mailbox_id = :inbox and uid <= :uid")
                .param("inbox", drop.inbox())
                .param("uid", uid.value())
                .query(Long.class)
                .single();
    }

    /** Returns rows, the newest first. */
    List<MessageRow> page(Drop drop, long offset, int size) {
        return database.sql(COLUMNS + " where mailbox_id = :inbox order by uid desc limit :size offset :offset")
                .param("inbox", drop.inbox())
                .param("size", size)
                .param("offset", offset)
                .query((row, number) -> MessageRow.read(row))
                .list();
    }

    Optional<MessageRow> find(Drop drop, Uid uid) {
        return database.sql(COLUMNS + " where mailbox_id = :inbox and uid = :uid")
                .param("inbox", drop.inbox())
                .param("uid", uid.value())
                .query((row, number) -> MessageRow.read(row))
                .optional();
    }

    /** Returns the messages whose header section was not fetched yet, by their name, the newest first. */
    Map<String, Long> lackingHeader(Drop drop, int most) {
        Map<String, Long> lacking = new LinkedHashMap<>();
        database.sql("select uidl, id from local_message where mailbox_id = :inbox and header is null"
                        + " order by uid desc limit :most")
                .param("inbox", drop.inbox())
                .param("most", most)
                .query(row -> {
                    lacking.put(row.getString("uidl"), row.getLong("id"));
                });
        return lacking;
    }

    /** Returns the ids of all messages that came from the maildrop, by name; those that {@link OwnMessages} added are not among them. */
    Map<String, Long> known(Drop drop) {
        Map<String, Long> known = new HashMap<>();
        database.sql("select uidl, id from local_message where maildrop_id = :drop and uidl not like ' %'")
                .param("drop", drop.id())
                .query(row -> {
                    known.put(row.getString("uidl"), row.getLong("id"));
                });
        return known;
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
                .param("inbox", drop.inbox())
                .query(Long.class)
                .single();
        database.sql("update local_mailbox set next_uid = :next where id = :inbox")
                .param("next", first + count)
                .param("inbox", drop.inbox())
                .update();
        return first;
    }

    /** Returns the UID of the oldest message; there must be one. */
    long lowestUid(Drop drop) {
        return database.sql("select min(uid) from local_message where mailbox_id = :inbox")
                .param("inbox", drop.inbox())
                .query(Long.class)
                .single();
    }

    /** Adds messages under consecutive UIDs; in the caller's transaction. */
    void insert(Drop drop, long firstUid, List<String> names, Arrivals arrivals) {
        Object[] sizes =
                names.stream().map(name -> arrivals.byName().get(name).size()).toArray();
        batches.update(INSERT, statement -> {
            statement.setLong(1, drop.id());
            statement.setLong(2, drop.inbox());
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
