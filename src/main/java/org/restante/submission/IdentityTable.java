package org.restante.submission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.restante.mailstore.MailboxName;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of identities. */
@Component
class IdentityTable {

    private final JdbcClient database;

    IdentityTable(JdbcClient database) {
        this.database = database;
    }

    /** Returns the account's identities, the oldest first. */
    List<Identity> of(long account) {
        return database.sql("select * from identity where account_id = :account order by id")
                .param("account", account)
                .query((row, number) -> read(row))
                .list();
    }

    private static Identity read(ResultSet row) throws SQLException {
        return new Identity(
                row.getString("address"),
                row.getString("name"),
                row.getBoolean("named"),
                row.getBoolean("standard"),
                new Identity.Choices(
                        row.getString("reply_to"),
                        row.getString("signature"),
                        row.getString("signature_html"),
                        mailbox(row.getString("sent_folder")),
                        row.getBoolean("blind_copy")));
    }

    private static Optional<MailboxName> mailbox(String address) {
        return address.isEmpty() ? Optional.empty() : Optional.of(MailboxName.fromAddress(address));
    }

    /** Writes an identity over the one with its address, or adds it. */
    void save(long account, Identity identity) {
        if (update(account, identity) == 0) {
            try {
                insert(account, identity);
            } catch (DuplicateKeyException e) {
                // Another tab was quicker by a moment.
                update(account, identity);
            }
        }
    }

    private int update(long account, Identity identity) {
        return values(
                        database.sql("update identity set name = :name, named = :named, standard = :standard,"
                                + " reply_to = :replyTo, signature = :signature, signature_html = :html,"
                                + " sent_folder = :sent, blind_copy = :blindCopy where account_id = :account"
                                + " and address = :address"),
                        account,
                        identity)
                .update();
    }

    private void insert(long account, Identity identity) {
        values(
                        database.sql(
                                "insert into identity (account_id, address, name, named, standard, reply_to, signature,"
                                        + " signature_html, sent_folder, blind_copy) values (:account, :address, :name, :named,"
                                        + " :standard, :replyTo, :signature, :html, :sent, :blindCopy)"),
                        account,
                        identity)
                .update();
    }

    private static JdbcClient.StatementSpec values(
            JdbcClient.StatementSpec statement, long account, Identity identity) {
        return statement
                .param("account", account)
                .param("address", identity.address())
                .param("name", identity.name())
                .param("named", identity.named())
                .param("standard", identity.standard())
                .param("replyTo", identity.choices().replyTo())
                .param("signature", identity.choices().signature())
                .param("html", identity.choices().signatureHtml())
                .param(
                        "sent",
                        identity.choices()
                                .sentFolder()
                                .map(MailboxName::toAddress)
                                .orElse(""))
                .param("blindCopy", identity.choices().blindCopy());
    }

    /** Lets no other identity of the account be the standard one. */
    void onlyStandard(long account, String address) {
        database.sql("update identity set standard = false where account_id = :account and address <> :address")
                .param("account", account)
                .param("address", address)
                .update();
    }

    void delete(long account, String address) {
        database.sql("delete from identity where account_id = :account and address = :address")
                .param("account", account)
                .param("address", address)
                .update();
    }

    /** Returns the sender of what the account sent last to an address. */
    Optional<String> lastSenderTo(long account, String recipient) {
        return database.sql("select o.sender from outbox o join outbox_recipient r on r.outbox_id = o.id where"
                        + " o.account_id = :account and lower(r.address) = lower(:recipient) and not r.blind"
                        + " and o.state <> 'CANCELLED' order by o.submitted_at desc limit 1")
                .param("account", account)
                .param("recipient", recipient)
                .query(String.class)
                .optional();
    }
}
