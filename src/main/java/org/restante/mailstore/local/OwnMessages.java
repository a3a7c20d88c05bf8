package org.restante.mailstore.local;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.restante.content.ContentWriter;
import org.restante.content.Contents;
import org.restante.mailstore.Flag;
import org.restante.mailstore.NewMessage;
import org.restante.mailstore.Uid;
import org.restante.mime.HeaderFields;
import org.restante.mime.ParsedMessage;
import org.restante.mime.StructureParser;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Messages that did not come from the maildrop but were written here. Their content lies in the database alone, so that it is never
 * given up for others. What stands in the place of their UIDL begins with a space, which no UIDL does.
 */
final class OwnMessages {

    private static final int PIECE = 64 << 10;

    private final JdbcClient database;
    private final MessageTable messages;
    private final Contents contents;
    private final TransactionTemplate transaction;

    OwnMessages(JdbcClient database, MessageTable messages, Contents contents, TransactionTemplate transaction) {
        this.database = database;
        this.messages = messages;
        this.contents = contents;
        this.transaction = transaction;
    }

    List<Uid> find(Box box, String messageId) {
        return database.sql(
                        "select uid from local_message where mailbox_id = :mailbox and uidl like :name order by uid")
                .param("mailbox", box.id())
                .param("name", prefix(messageId) + "%")
                .query((row, number) -> new Uid(row.getLong("uid")))
                .list();
    }

    private static String prefix(String messageId) {
        return " " + Digests.of(messageId.getBytes(StandardCharsets.UTF_8)) + " ";
    }

    /** Returns what stands in the place of a copy's UIDL, by which its Message-ID is found too. */
    static String nameOfCopy(MessageRow message) {
        String messageId =
                HeaderFields.parse(message.header().orElse(new byte[0])).text("Message-ID");
        return prefix(messageId) + UUID.randomUUID();
    }

    void add(Drop drop, Box box, NewMessage message) throws IOException {
        var parser = new StructureParser();
        var head = new HeadSection();
        try (ContentWriter writer = contents.create();
                InputStream in = message.content().open()) {
            byte[] piece = new byte[PIECE];
            for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
                writer.write(piece, 0, n);
                parser.write(piece, 0, n);
                head.take(piece, n);
            }
            ParsedMessage parsed = parser.finish();
            transaction.executeWithoutResult(status -> {
                writer.finish();
                insert(drop, box, message, head.octets(), parsed, writer);
            });
        }
    }

    private void insert(
            Drop drop, Box box, NewMessage message, byte[] head, ParsedMessage parsed, ContentWriter content) {
        long uid = database.sql("select next_uid from local_mailbox where id = :mailbox for update")
                .param("mailbox", box.id())
                .query(Long.class)
                .single();
        database.sql("update local_mailbox set next_uid = next_uid + 1 where id = :mailbox")
                .param("mailbox", box.id())
                .update();
        database.sql("insert into local_message (maildrop_id, mailbox_id, uid, uidl, size, received_at, seen, flags,"
                        + " header, structure, content_id, content_used_at) values (:drop, :mailbox, :uid, :name, :size,"
                        + " :received, :seen, :flags, :header, :structure, :content, current_timestamp)")
                .param("drop", drop.id())
                .param("mailbox", box.id())
                .param("uid", uid)
                .param("name", prefix(HeaderFields.parse(head).text("Message-ID")) + UUID.randomUUID())
                .param("size", content.size())
                .param("received", message.received().atOffset(ZoneOffset.UTC))
                .param("seen", message.flags().contains(Flag.SEEN))
                .param("flags", Flags.words(message.flags()))
                .param("header", StoredHeader.of(head).octets())
                .param("structure", StoredStructure.write(parsed))
                .param("content", content.id())
                .update();
    }

    void remove(Box box, List<Uid> uids) {
        transaction.executeWithoutResult(status -> {
            List<Long> ids = uids.stream()
                    .flatMap(uid -> messages.find(box, uid).stream())
                    .map(MessageRow::id)
                    .toList();
            contents.delete(messages.remove(ids));
        });
    }

    /** Keeps the first octets of a message up to the empty line, and no more than any header section of ours has. */
    private static final class HeadSection {

        private static final int MOST = 256 << 10;

        private final ByteArrayOutputStream octets = new ByteArrayOutputStream();

        void take(byte[] piece, int length) {
            octets.write(piece, 0, Math.min(length, MOST - Math.min(MOST, octets.size())));
        }

        byte[] octets() {
            String all = octets.toString(StandardCharsets.ISO_8859_1);
            int end = all.indexOf("\r\n\r\n");
            return (end < 0 ? all : all.substring(0, end + 2)).getBytes(StandardCharsets.ISO_8859_1);
        }
    }
}
