package org.restante.collect;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.restante.content.Contents;
import org.restante.mailstore.MailboxName;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Which accounts mail is collected from, and what was collected. */
@Component
class CollectionTable {

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Contents contents;

    CollectionTable(JdbcClient database, TransactionTemplate transaction, Contents contents) {
        this.database = database;
        this.transaction = transaction;
        this.contents = contents;
    }

    List<Collection> of(long account) {
        return database.sql("select * from collection where account_id = :account order by host, login")
                .param("account", account)
                .query((row, number) -> read(row))
                .list();
    }

    Optional<Collection> find(long account, String id) {
        return database.sql("select * from collection where account_id = :account and id = :id")
                .param("account", account)
                .param("id", id)
                .query((row, number) -> read(row))
                .optional();
    }

    /** Returns those that the person's consent lets run while nobody is there, and whose time has come. */
    List<Collection> standing(Duration every, int most) {
        return database.sql("select * from collection where standing_own is not null"
                        + " and (problem is null or problem not in ('PASSWORD', 'SEALED'))"
                        + " and (run_at is null or run_at < :before) order by run_at limit :most")
                .param("before", now().minus(every))
                .param("most", most)
                .query((row, number) -> read(row))
                .list();
    }

    private OffsetDateTime now() {
        return database.sql("select current_timestamp")
                .query(OffsetDateTime.class)
                .single();
    }

    private static Collection read(ResultSet row) throws SQLException {
        byte[] own = row.getBytes("standing_own");
        OffsetDateTime ran = row.getObject("run_at", OffsetDateTime.class);
        String problem = row.getString("problem");
        return new Collection(
                row.getString("id"),
                row.getLong("account_id"),
                row.getString("host"),
                row.getString("login"),
                MailboxName.fromAddress(row.getString("folder")),
                row.getBoolean("removes"),
                row.getBytes("password"),
                own == null ? null : new Collection.Standing(row.getBytes("standing_password"), own),
                Optional.ofNullable(ran).map(OffsetDateTime::toInstant),
                problem == null ? null : CollectionProblem.valueOf(problem),
                row.getInt("fetched"),
                row.getString("skipped"));
    }

    /** Keeps it as it is now, and lets it run at once. */
    void keep(Collection collection) {
        transaction.executeWithoutResult(status -> {
            int changed = fill(
                    database.sql(
                            "update collection set host = :host, login = :login, password = :password, folder = :folder,"
                                    + " removes = :removes, standing_password = :standing, standing_own = :own, run_at = null,"
                                    + " problem = null where id = :id and account_id = :account"),
                    collection);
            if (changed == 0) {
                fill(
                        database.sql("insert into collection (id, account_id, host, login, password, folder, removes,"
                                + " standing_password, standing_own) values (:id, :account, :host, :login, :password,"
                                + " :folder, :removes, :standing, :own)"),
                        collection);
            }
        });
    }

    private static int fill(JdbcClient.StatementSpec statement, Collection collection) {
        Collection.Standing standing = collection.standing();
        return statement
                .param("id", collection.id())
                .param("account", collection.account())
                .param("host", collection.host())
                .param("login", collection.login())
                .param("password", collection.sealed())
                .param("folder", collection.folder().toAddress())
                .param("removes", collection.removes())
                .param("standing", standing == null ? null : standing.password(), Types.VARBINARY)
                .param("own", standing == null ? null : standing.own(), Types.VARBINARY)
                .update();
    }

    /** Forgets it, its passwords and all that was on its way. */
    void delete(long account, String id) {
        transaction.executeWithoutResult(status -> {
            List<Long> unneeded = database.sql(
                            "select d.content_id from collected d join collection c on c.id = d.collection_id"
                                    + " where c.id = :id and c.account_id = :account and d.content_id is not null")
                    .param("id", id)
                    .param("account", account)
                    .query(Long.class)
                    .list();
            database.sql("delete from collection where id = :id and account_id = :account")
                    .param("id", id)
                    .param("account", account)
                    .update();
            contents.delete(unneeded);
        });
    }

    /** Takes the turn, which over all replicas one has at a time; it ends by itself after five minutes. */
    boolean claim(String id, String owner) {
        return database.sql("update collection set lease_owner = :owner,"
                                + " lease_until = current_timestamp + interval '5' minute"
                                + " where id = :id and (lease_owner is null or lease_until < current_timestamp)")
                        .param("owner", owner)
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Begins the turn's time anew; returns false where it has ended. */
    boolean renew(String id, String owner) {
        return database.sql("update collection set lease_until = current_timestamp + interval '5' minute"
                                + " where id = :id and lease_owner = :owner")
                        .param("owner", owner)
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Gives the turn back, and remembers how it went. */
    void finish(String id, String owner, @Nullable CollectionProblem problem, int fetched, String skipped) {
        database.sql(
                        "update collection set lease_owner = null, lease_until = null, run_at = current_timestamp,"
                                + " problem = :problem, fetched = :fetched, skipped = :skipped where id = :id and lease_owner = :owner")
                .param("problem", problem == null ? null : problem.name(), Types.VARCHAR)
                .param("fetched", fetched)
                .param("skipped", skipped)
                .param("id", id)
                .param("owner", owner)
                .update();
    }

    /** How far a message is: it is being put into the folder; it is there; or it is never to be. */
    enum State {
        APPENDING,
        DONE,
        SKIPPED
    }

    record Taken(
            State state,
            @Nullable String messageId,
            @Nullable Long content) {}

    /** Returns what is known of messages, by their names. */
    Map<String, Taken> taken(String id) {
        Map<String, Taken> taken = new HashMap<>();
        database.sql("select uidl, state, message_id, content_id from collected where collection_id = :id")
                .param("id", id)
                .query(row -> {
                    taken.put(
                            row.getString("uidl"),
                            new Taken(
                                    State.valueOf(row.getString("state")),
                                    row.getString("message_id"),
                                    row.getObject("content_id", Long.class)));
                });
        return taken;
    }

    /** Remembers a message's state; content that is no longer needed is removed with the same commit. */
    void mark(String id, String uidl, State state, @Nullable String messageId, @Nullable Long content) {
        transaction.executeWithoutResult(status -> {
            List<Long> before = database.sql(
                            "select content_id from collected where collection_id = :id and uidl = :uidl"
                                    + " and content_id is not null")
                    .param("id", id)
                    .param("uidl", uidl)
                    .query(Long.class)
                    .list();
            database.sql("delete from collected where collection_id = :id and uidl = :uidl")
                    .param("id", id)
                    .param("uidl", uidl)
                    .update();
            contents.delete(
                    before.stream().filter(each -> !each.equals(content)).toList());
            database.sql("insert into collected (collection_id, uidl, state, message_id, content_id)"
                            + " values (:id, :uidl, :state, :messageId, :content)")
                    .param("id", id)
                    .param("uidl", uidl)
                    .param("state", state.name())
                    .param("messageId", messageId, Types.VARCHAR)
                    .param("content", content, Types.BIGINT)
                    .update();
        });
    }
}
