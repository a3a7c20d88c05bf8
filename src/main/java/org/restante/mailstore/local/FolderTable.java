package org.restante.mailstore.local;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.restante.mailstore.Mailbox;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.MailboxRole;
import org.restante.mailstore.UidValidity;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The mailboxes of a POP3 account: the one that the maildrop fills, and those that only the database knows, such as that of sent mail. */
final class FolderTable {

    private final JdbcClient database;
    private final MessageTable messages;

    FolderTable(JdbcClient database, MessageTable messages) {
        this.database = database;
        this.messages = messages;
    }

    /** Returns the rows of a mailbox: the account's, with this mailbox in the place of the one that the maildrop fills. */
    Optional<Drop> find(Drop drop, MailboxName mailbox) {
        return database.sql("select id, uid_validity from local_mailbox where maildrop_id = :drop and name = :name")
                .param("drop", drop.id())
                .param("name", mailbox.toAddress())
                .query((row, number) ->
                        new Drop(drop.id(), row.getLong("id"), new UidValidity(row.getLong("uid_validity"))))
                .optional();
    }

    /** Returns the mailbox with a role, which is called by it; makes it where there is none yet. */
    MailboxName nameFor(Drop drop, MailboxRole role) {
        MailboxName name = nameOf(role);
        if (find(drop, name).isEmpty()) {
            make(drop, name);
        }
        return name;
    }

    private void make(Drop drop, MailboxName name) {
        try {
            database.sql("insert into local_mailbox (maildrop_id, name, uid_validity, next_uid)"
                            + " values (:drop, :name, :uidValidity, 1)")
                    .param("drop", drop.id())
                    .param("name", name.toAddress())
                    .param("uidValidity", Instant.now().getEpochSecond())
                    .update();
        } catch (DuplicateKeyException e) {
            // Another request was faster.
        }
    }

    /** Returns all mailboxes with their counts, the one that the maildrop fills first. */
    List<Mailbox> mailboxes(Drop drop) {
        List<Mailbox> all = new ArrayList<>();
        database.sql("select name from local_mailbox where maildrop_id = :drop order by id")
                .param("drop", drop.id())
                .query(String.class)
                .list()
                .forEach(name -> all.add(mailbox(drop, MailboxName.fromAddress(name))));
        return all;
    }

    private Mailbox mailbox(Drop drop, MailboxName name) {
        MessageTable.Counts counts = messages.counts(find(drop, name).orElse(drop));
        return new Mailbox(name, roleOf(name), true, OptionalLong.of(counts.total()), OptionalLong.of(counts.unseen()));
    }

    private static MailboxName nameOf(MailboxRole role) {
        String name = role.name();
        return MailboxName.of(name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT));
    }

    private static Optional<MailboxRole> roleOf(MailboxName name) {
        return Stream.of(MailboxRole.values())
                .filter(role -> nameOf(role).equals(name))
                .findFirst();
    }
}
