package org.restante.submission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of drafts and of their attachments. */
@Component
class DraftTable {

    private final JdbcClient database;

    DraftTable(JdbcClient database) {
        this.database = database;
    }

    Optional<Draft> find(long account, String id) {
        return database.sql("select * from draft where id = :id and account_id = :account")
                .param("id", id)
                .param("account", account)
                .query((row, number) -> read(row))
                .optional();
    }

    /** Returns the drafts that are not in the outbox, the one changed last first. */
    List<Draft> open(long account, int most) {
        return database.sql("select * from draft d where account_id = :account and not exists (select 1 from outbox o"
                        + " where o.id = d.id) order by changed_at desc limit :most")
                .param("account", account)
                .param("most", most)
                .query((row, number) -> read(row))
                .list();
    }

    private Draft read(ResultSet row) throws SQLException {
        String id = row.getString("id");
        var fields = new DraftFields(
                row.getString("sender"),
                row.getString("to_list"),
                row.getString("cc_list"),
                row.getString("bcc_list"),
                row.getString("reply_to"),
                row.getString("subject"),
                row.getString("body"),
                row.getString("html"),
                Priority.of(row.getString("priority")));
        var context = new DraftContext(
                row.getString("in_reply_to"), row.getString("reference_ids"), Origin.read(row.getString("origin")));
        return new Draft(
                id,
                row.getLong("account_id"),
                row.getLong("version"),
                row.getString("message_id"),
                fields,
                context,
                attachments(id),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }

    private List<DraftAttachment> attachments(String draft) {
        return database.sql("select * from draft_attachment where draft_id = :draft order by added_at, id")
                .param("draft", draft)
                .query((row, number) -> new DraftAttachment(
                        row.getString("id"),
                        row.getString("name"),
                        row.getString("type"),
                        row.getLong("size"),
                        row.getLong("content_id"),
                        row.getBoolean("in_text")))
                .list();
    }

    boolean isSubmitted(String id) {
        return database.sql("select count(*) from outbox where id = :id")
                        .param("id", id)
                        .query(Long.class)
                        .single()
                > 0;
    }

    void insert(Draft draft) {
        fields(
                        database.sql("insert into draft (id, account_id, version, message_id, sender, to_list, cc_list,"
                                + " bcc_list, reply_to, subject, body, html, priority, in_reply_to, reference_ids, origin,"
                                + " published, created_at, changed_at) values (:id, :account, :version,"
                                + " :messageId, :sender, :to, :cc, :bcc, :replyTo, :subject, :body, :html, :priority, :inReplyTo,"
                                + " :references, :origin, -1, :now, :now)"),
                        draft.fields())
                .param("id", draft.id())
                .param("account", draft.account())
                .param("version", draft.version())
                .param("messageId", draft.messageId())
                .param("inReplyTo", draft.context().inReplyTo())
                .param("references", draft.context().references())
                .param("origin", draft.context().origin().map(Origin::written).orElse(""))
                .param("now", draft.changedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Writes what was typed, where the draft still has the version and was not submitted; returns whether. */
    boolean update(Draft draft, DraftFields fields, Instant now) {
        return fields(
                                database.sql("update draft set version = version + 1, sender = :sender, to_list = :to,"
                                        + " cc_list = :cc, bcc_list = :bcc, reply_to = :replyTo, subject ="
                                        + " :subject, body = :body, html = :html, priority = :priority, changed_at = :now where id = :id and version ="
                                        + " :version and not exists (select 1 from outbox where outbox.id ="
                                        + " draft.id)"),
                                fields)
                        .param("id", draft.id())
                        .param("version", draft.version())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private static JdbcClient.StatementSpec fields(JdbcClient.StatementSpec statement, DraftFields fields) {
        return statement
                .param("sender", fields.sender())
                .param("to", fields.to())
                .param("cc", fields.cc())
                .param("bcc", fields.bcc())
                .param("replyTo", fields.replyTo())
                .param("subject", fields.subject())
                .param("body", fields.text())
                .param("html", fields.html())
                .param("priority", fields.priority().word());
    }

    /** Counts a change that is not of what was typed. */
    void touch(String id, Instant now) {
        database.sql("update draft set version = version + 1, changed_at = :now where id = :id")
                .param("id", id)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The copy in the mailbox of drafts is an older one from now on; nobody's text is overwritten by that, so the version stays. */
    void changeFiles(String id, Instant now) {
        database.sql("update draft set published = case when published > 0 then 0 else published end,"
                        + " changed_at = :now where id = :id")
                .param("id", id)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void attach(String draft, DraftAttachment attachment, Instant now) {
        database.sql("insert into draft_attachment (id, draft_id, name, type, size, content_id, in_text, added_at)"
                        + " values (:id, :draft, :name, :type, :size, :content, :inText, :now)")
                .param("id", attachment.id())
                .param("draft", draft)
                .param("name", attachment.name())
                .param("type", attachment.type())
                .param("size", attachment.size())
                .param("content", attachment.content())
                .param("inText", attachment.inText())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void detach(String attachment) {
        database.sql("delete from draft_attachment where id = :id")
                .param("id", attachment)
                .update();
    }

    /** Gives all attachments of a draft to another. */
    void moveAttachments(String from, String to) {
        database.sql("update draft_attachment set draft_id = :to where draft_id = :from")
                .param("from", from)
                .param("to", to)
                .update();
    }

    void delete(String id) {
        database.sql("delete from draft_attachment where draft_id = :id")
                .param("id", id)
                .update();
        database.sql("delete from draft where id = :id").param("id", id).update();
    }

    /** Returns the version that the mailbox of drafts holds; -1 where it holds none. */
    long published(String id) {
        return database.sql("select published from draft where id = :id")
                .param("id", id)
                .query(Long.class)
                .optional()
                .orElse(-1L);
    }

    void markPublished(String id, long version) {
        database.sql("update draft set published = :version where id = :id")
                .param("id", id)
                .param("version", version)
                .update();
    }
}
