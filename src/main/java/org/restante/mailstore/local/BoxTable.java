package org.restante.mailstore.local;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.restante.mailstore.MailFailure.Gone;
import org.restante.mailstore.MailFailure.Refused;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.MailboxRole;
import org.restante.mailstore.UidValidity;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The mailboxes of maildrops; a POP3 server has none but the one that the maildrop fills. */
final class BoxTable {

    private static final int LONGEST = 1000;
    private static final int DEEPEST = 32;
    private static final Map<MailboxRole, String> USUAL = new LinkedHashMap<>();

    static {
        USUAL.put(MailboxRole.DRAFTS, "Drafts");
        USUAL.put(MailboxRole.SENT, "Sent");
        USUAL.put(MailboxRole.ARCHIVE, "Archive");
        USUAL.put(MailboxRole.JUNK, "Junk");
        USUAL.put(MailboxRole.TRASH, "Trash");
    }

    private final JdbcClient database;
    private final TransactionTemplate transaction;

    BoxTable(JdbcClient database, TransactionTemplate transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    /** A mailbox with its role, if it has one. */
    record Listed(Box box, Optional<MailboxRole> role) {}

    /** Returns all mailboxes, each after the one above it. */
    List<Listed> all(Drop drop) {
        return database
                .sql("select id, name, uid_validity, role from local_mailbox where maildrop_id = :drop")
                .param("drop", drop.id())
                .query((row, number) -> listed(row))
                .list()
                .stream()
                .sorted(java.util.Comparator.comparing(
                                (Listed each) -> each.box.name().path().size())
                        .thenComparing(each -> each.box.id()))
                .toList();
    }

    private static Listed listed(ResultSet row) throws SQLException {
        MailboxName name = MailboxName.fromAddress(row.getString("name"));
        Optional<MailboxRole> role = Optional.ofNullable(row.getString("role")).map(MailboxRole::valueOf);
        return new Listed(
                new Box(row.getLong("id"), name, new UidValidity(row.getLong("uid_validity"))),
                name.isInbox() ? Optional.of(MailboxRole.INBOX) : role);
    }

    /**
     * Returns a mailbox.
     *
     * @throws Gone where there is none of that name
     */
    Box get(Drop drop, MailboxName name) {
        return find(drop, name).orElseThrow(() -> new Gone(Gone.Kind.MAILBOX, "no such mailbox"));
    }

    private Optional<Box> find(Drop drop, MailboxName name) {
        return database.sql("select id, name, uid_validity, role from local_mailbox"
                        + " where maildrop_id = :drop and name = :name")
                .param("drop", drop.id())
                .param("name", name.toAddress())
                .query((row, number) -> listed(row).box())
                .optional();
    }

    /** Returns the mailbox that has a role; makes it where there is none any more. */
    MailboxName nameFor(Drop drop, MailboxRole role) {
        return all(drop).stream()
                .filter(each -> each.role.filter(role::equals).isPresent())
                .map(each -> each.box.name())
                .findFirst()
                .orElseGet(() -> {
                    changing(() -> insert(drop.id(), USUAL.get(role), role));
                    return MailboxName.of(USUAL.get(role));
                });
    }

    /** Gives a mailbox a role, which it takes from another; or none. */
    void assign(Drop drop, MailboxName name, Optional<MailboxRole> role) {
        Box box = get(drop, name);
        changing(() -> {
            database.sql(
                            "update local_mailbox set role = null where maildrop_id = :drop and (id = :id or role = :role)")
                    .param("drop", drop.id())
                    .param("id", box.id())
                    .param("role", role.map(MailboxRole::name).orElse(""))
                    .update();
            role.ifPresent(given -> database.sql("update local_mailbox set role = :role where id = :id")
                    .param("role", given.name())
                    .param("id", box.id())
                    .update());
        });
    }

    /** Makes the mailboxes that every account has; in the caller's transaction. */
    void addUsual(long drop) {
        USUAL.forEach((role, name) -> insert(drop, name, role));
    }

    /** Makes a mailbox and the levels above it that are missing. */
    void create(Drop drop, MailboxName name) {
        check(name);
        changing(() -> {
            if (find(drop, name).isPresent()) {
                throw new Refused(Refused.Kind.NAME_TAKEN, "there is one");
            }
            make(drop, name);
        });
    }

    private void make(Drop drop, MailboxName name) {
        name.parent().filter(above -> find(drop, above).isEmpty()).ifPresent(above -> make(drop, above));
        insert(drop.id(), name.toAddress(), null);
    }

    private void insert(long drop, String name, @Nullable MailboxRole role) {
        database.sql("update maildrop set last_uid_validity = greatest(last_uid_validity + 1, :now) where id = :drop")
                .param("now", Instant.now().getEpochSecond())
                .param("drop", drop)
                .update();
        database.sql("insert into local_mailbox (maildrop_id, name, uid_validity, next_uid, role)"
                        + " select id, :name, last_uid_validity, 1, :role from maildrop where id = :drop")
                .param("name", name)
                .param("role", role == null ? null : role.name(), java.sql.Types.VARCHAR)
                .param("drop", drop)
                .update();
    }

    /** Gives a mailbox and those below it other names. */
    void rename(Drop drop, MailboxName name, MailboxName to) {
        check(to);
        changing(() -> {
            List<Box> subtree = subtree(drop, name);
            if (subtree.stream().anyMatch(box -> box.name().equals(to) || to.isBelow(box.name()))) {
                throw new Refused(Refused.Kind.NAME, "a mailbox cannot lie in itself");
            }
            if (find(drop, to).isPresent()) {
                throw new Refused(Refused.Kind.NAME_TAKEN, "there is one");
            }
            to.parent().filter(above -> find(drop, above).isEmpty()).ifPresent(above -> make(drop, above));
            subtree.forEach(box -> rename(box, box.name().moved(name, to)));
        });
    }

    private void rename(Box box, MailboxName to) {
        check(to);
        database.sql("update local_mailbox set name = :name where id = :id")
                .param("name", to.toAddress())
                .param("id", box.id())
                .update();
    }

    /** Returns a mailbox and all below it, each after the one above it; never INBOX. */
    List<Box> subtree(Drop drop, MailboxName name) {
        if (name.isInbox()) {
            throw new Refused(Refused.Kind.NOT_PERMITTED, "INBOX stays");
        }
        get(drop, name);
        return all(drop).stream()
                .map(Listed::box)
                .filter(box -> box.name().equals(name) || box.name().isBelow(name))
                .toList();
    }

    /** Removes a mailbox that is empty; in the caller's transaction. */
    void remove(Box box) {
        database.sql("delete from local_mailbox where id = :id")
                .param("id", box.id())
                .update();
    }

    private static void check(MailboxName name) {
        boolean fits = name.toAddress().length() <= LONGEST
                && name.path().size() <= DEEPEST
                && !name.isInbox()
                && name.path().stream().allMatch(BoxTable::isName);
        if (!fits) {
            throw new Refused(Refused.Kind.NAME, "no mailbox can be called so here");
        }
    }

    private static boolean isName(String level) {
        return !level.isBlank()
                && level.equals(level.strip())
                && level.codePoints()
                        .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
    }

    private void changing(Runnable change) {
        try {
            transaction.executeWithoutResult(status -> change.run());
        } catch (DuplicateKeyException e) {
            throw new Refused(Refused.Kind.NAME_TAKEN, "there is one since a moment ago");
        }
    }
}
