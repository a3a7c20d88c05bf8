package org.restante.mailstore.local;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.restante.content.ContentWriter;
import org.restante.content.Contents;
import org.restante.mailstore.MailFailure.Network;
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
        var parser = new StructureParser();
        try (ContentWriter writer = contents.create()) {
            copy(session, message, writer, parser);
            ParsedMessage parsed = parser.finish();
            transaction.executeWithoutResult(status -> {
                writer.finish();
                keep(message, writer, parsed);
            });
        }
        evict(session.drop(), message);
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

    private void keep(MessageRow message, ContentWriter writer, ParsedMessage parsed) {
        database.sql("update local_message set content_id = :content, content_used_at = current_timestamp,"
                        + " size = :size, structure = :structure where id = :id")
                .param("content", writer.id())
                .param("size", writer.size())
                .param("structure", StoredStructure.write(parsed))
                .param("id", message.id())
                .update();
    }

    private record Kept(long message, long content, long size) {}

    private void evict(Drop drop, MessageRow opened) {
        List<Kept> kept = database.sql("select id, content_id, size from local_message where maildrop_id = :drop"
                        + " and content_id is not null and uidl not like ' %' order by content_used_at desc")
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
        database.sql("update local_message set content_id = null, content_used_at = null where id in (:ids)")
                .param("ids", evicted.stream().map(Kept::message).toList())
                .update();
        contents.delete(evicted.stream().map(Kept::content).toList());
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
