package org.restante.mailstore.local;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.restante.mailstore.Credential;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.MaildropPolicy;
import org.restante.mailstore.UidValidity;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.transaction.support.TransactionTemplate;

/** Which maildrops are known, and when they were read. */
final class DropTable {

    private static final String INBOX = MailboxName.INBOX.toAddress();

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final BoxTable boxes;

    DropTable(JdbcClient database, TransactionTemplate transaction) {
        this.database = database;
        this.transaction = transaction;
        boxes = new BoxTable(database, transaction);
    }

    /**
     * When something was.
     *
     * @param age how long ago that is, by the database's clock
     */
    record Reading(Instant at, Duration age) {}

    /** Returns the account's maildrop; the first time makes it. */
    Drop of(Credential credential) {
        return find(credential).orElseGet(() -> make(credential));
    }

    /** Returns the account's maildrop, where it was read before. */
    Optional<Drop> find(Credential credential) {
        return database.sql(
                        "select d.id, m.id as inbox, m.uid_validity, d.policy, d.keep_days, d.login_delay from maildrop d"
                                + " join local_mailbox m on m.maildrop_id = d.id and m.name = :inbox"
                                + " where d.server = :server and d.login = :login")
                .param("inbox", INBOX)
                .param("server", credential.server().name())
                .param("login", credential.login())
                .query((row, number) -> new Drop(
                        row.getLong("id"),
                        inbox(row.getLong("inbox"), row.getLong("uid_validity")),
                        policy(row, credential.server().removesMail()),
                        Duration.ofSeconds(row.getInt("login_delay"))))
                .optional();
    }

    /** What the operator no longer allows does not hold. */
    private static MaildropPolicy policy(ResultSet row, boolean mayRemove) throws SQLException {
        var kind = MaildropPolicy.Kind.valueOf(row.getString("policy"));
        return kind == MaildropPolicy.Kind.REMOVE && !mayRemove
                ? MaildropPolicy.USUAL
                : new MaildropPolicy(kind, row.getInt("keep_days"));
    }

    /** Returns whether what becomes of the messages there is still the same. */
    boolean holds(Drop drop) {
        return database.sql("select count(*) from maildrop where id = :id and policy = :policy and keep_days = :days")
                        .param("id", drop.id())
                        .param("policy", drop.policy().kind().name())
                        .param("days", drop.policy().days())
                        .query(Integer.class)
                        .single()
                == 1;
    }

    /** Keeps what becomes of the messages in the maildrop. */
    void choose(Drop drop, MaildropPolicy policy) {
        database.sql("update maildrop set policy = :policy, keep_days = :days where id = :id")
                .param("policy", policy.kind().name())
                .param("days", policy.days())
                .param("id", drop.id())
                .update();
    }

    /** Remembers how long the server wants between two looks. */
    void pause(Drop drop, Duration pause) {
        database.sql("update maildrop set login_delay = :pause where id = :id")
                .param("pause", pause.toSeconds())
                .param("id", drop.id())
                .update();
    }

    private Drop make(Credential credential) {
        try {
            return transaction.execute(status -> insert(credential));
        } catch (DuplicateKeyException e) {
            return find(credential).orElseThrow(() -> e);
        }
    }

    private Drop insert(Credential credential) {
        long uidValidity = Instant.now().getEpochSecond();
        var id = new GeneratedKeyHolder();
        database.sql("insert into maildrop (server, login, lease_wanted, last_uid_validity)"
                        + " values (:server, :login, false, :uidValidity)")
                .param("server", credential.server().name())
                .param("login", credential.login())
                .param("uidValidity", uidValidity)
                .update(id, "id");
        long drop = id.getKeyAs(Long.class);
        var inbox = new GeneratedKeyHolder();
        database.sql("insert into local_mailbox (maildrop_id, name, uid_validity, next_uid)"
                        + " values (:id, :name, :uidValidity, 1)")
                .param("id", drop)
                .param("name", INBOX)
                .param("uidValidity", uidValidity)
                .update(inbox, "id");
        boxes.addUsual(drop);
        return new Drop(drop, inbox(inbox.getKeyAs(Long.class), uidValidity), MaildropPolicy.USUAL, Duration.ZERO);
    }

    private static Box inbox(long id, long uidValidity) {
        return new Box(id, MailboxName.INBOX, new UidValidity(uidValidity));
    }

    /** Returns when the maildrop was read last, if ever. */
    Optional<Reading> lastRead(Drop drop) {
        return reading(drop, "last_read_at");
    }

    /** Returns whether the server asked, no longer ago than that, for more time between two looks. */
    boolean isHeldOff(Drop drop, Duration limit) {
        return reading(drop, "held_off_at")
                .filter(asked -> asked.age().compareTo(limit) < 0)
                .isPresent();
    }

    private Optional<Reading> reading(Drop drop, String column) {
        return database.sql("select %1$s as at_time, current_timestamp as now from maildrop where id = :id"
                        .concat(" and %1$s is not null")
                        .formatted(column))
                .param("id", drop.id())
                .query((row, number) -> {
                    Instant at = row.getObject("at_time", OffsetDateTime.class).toInstant();
                    Instant now = row.getObject("now", OffsetDateTime.class).toInstant();
                    return new Reading(at, Duration.between(at, now));
                })
                .optional();
    }

    /** Remembers that the server asks for more time between two looks. */
    void holdOff(Drop drop) {
        database.sql("update maildrop set held_off_at = current_timestamp where id = :id")
                .param("id", drop.id())
                .update();
    }
}
