package org.restante.mailstore.local;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.restante.content.ContentWriter;
import org.restante.content.Contents;
import org.restante.mailstore.MailFailure.Gone;
import org.restante.mailstore.MailFailure.Network;
import org.restante.mailstore.MailFailure.Refused;
import org.restante.mime.ParsedMessage;
import org.restante.mime.StructureParser;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Messages as they came from the server, kept up to a bound for each account: those that were opened last. */
final class ContentCache {

    private static final int PIECE = 64 << 10;
    private static final int RENEW_EVERY = 1 << 20;

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Contents contents;
    private final long most;

    ContentCache(JdbcClient database, TransactionTemplate transaction, Contents contents, long most) {
        this.database = database;
        this.transaction = transaction;
        this.contents = contents;
        this.most = most;
    }

    /** Retrieves a message and keeps it, with what is then known of it: its structure and its true size. No transaction spans the retrieval. */
    void fetch(MaildropSession session, MessageRow message) {
        fetch(session, message, false);
        evict(session.drop(), message);
    }

    /**
     * Has a message lie here for good, which is so once this returns; what lies here already is not retrieved again.
     *
     * @throws Refused where the session's lease is lost; then nothing is sure
     */
    void keep(MaildropSession session, MessageRow message) {
        Boolean there = transaction.execute(status -> {
            session.renew();
            return message.content().isPresent() && keep(message);
        });
        if (!Boolean.TRUE.equals(there)) {
            fetch(session, message, true);
        }
    }

    private boolean keep(MessageRow message) {
        return database.sql("update local_message set kept = true where id = :id and content_id = :content")
                        .param("id", message.id())
                        .param("content", message.content().orElseThrow())
                        .update()
                == 1;
    }

    private void fetch(MaildropSession session, MessageRow message, boolean forGood) {
        var parser = new StructureParser();
        try (ContentWriter writer = contents.create()) {
            copy(session, message, writer, parser);
            ParsedMessage parsed = parser.finish();
            transaction.executeWithoutResult(status -> {
                if (forGood) {
                    session.renew();
                }
                writer.finish();
                keep(message, writer, parsed, forGood);
            });
        }
    }

    private static void copy(
            MaildropSession session, MessageRow message, ContentWriter writer, StructureParser parser) {
        byte[] piece = new byte[PIECE];
        long renewed = 0;
        try (InputStream in = session.retrieve(message)) {
            for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
                writer.write(piece, 0, n);
                parser.write(piece, 0, n);
                if (writer.size() - renewed > RENEW_EVERY) {
                    session.renew();
                    renewed = writer.size();
                }
            }
        } catch (IOException e) {
            throw new Network(Network.Kind.BROKEN, "the message was not read to its end", e);
        }
    }

    private void keep(MessageRow message, ContentWriter writer, ParsedMessage parsed, boolean forGood) {
        int kept = database.sql("update local_message set content_id = :content, content_used_at = current_timestamp,"
                        + " size = :size, structure = :structure, kept = :kept where id = :id and not kept")
                .param("kept", forGood)
                .param("content", writer.id())
                .param("size", writer.size())
                .param("structure", StoredStructure.write(parsed))
                .param("id", message.id())
                .update();
        if (kept == 0) {
            throw new Gone(Gone.Kind.MESSAGE, "the message was removed, or is kept already");
        }
    }

    private record Kept(long message, long content, long size) {}

    private void evict(Drop drop, MessageRow opened) {
        List<Kept> kept = database.sql(
                        "select id, content_id, size from local_message where maildrop_id = :drop"
                                + " and content_id is not null and not kept and uidl not like ' %' order by content_used_at desc")
                .param("drop", drop.id())
                .query((row, number) -> new Kept(row.getLong("id"), row.getLong("content_id"), row.getLong("size")))
                .list();
        List<Kept> evicted = new ArrayList<>();
        long total = 0;
        for (Kept each : kept) {
            total += each.size;
            if (total > most && each.message != opened.id()) {
                evicted.add(each);
            }
        }
        if (!evicted.isEmpty()) {
            transaction.executeWithoutResult(status -> forget(evicted));
        }
    }

    private void forget(List<Kept> evicted) {
        List<Long> unneeded = database.sql("select content_id from local_message where id in (:ids) and not kept"
                        + " and content_id in (:contents) for update")
                .param("ids", evicted.stream().map(Kept::message).toList())
                .param("contents", evicted.stream().map(Kept::content).toList())
                .query(Long.class)
                .list();
        if (!unneeded.isEmpty()) {
            database.sql(
                            "update local_message set content_id = null, content_used_at = null where content_id in (:contents)")
                    .param("contents", unneeded)
                    .update();
            contents.delete(unneeded);
        }
    }

    /** Returns a range of a message whose content is here; nobody reads it for that. */
    InputStream peek(MessageRow message, long start, long length) {
        return contents.read(message.content().orElseThrow(), start, length);
    }

    /** Returns a range of a message whose content is here, and remembers that it was of use. */
    InputStream open(MessageRow message, long start, long length) {
        database.sql("update local_message set content_used_at = current_timestamp where id = :id"
                        + " and content_used_at < current_timestamp - interval '1' minute")
                .param("id", message.id())
                .update();
        return contents.read(message.content().orElseThrow(), start, length);
    }
}
