package org.restante.mailstore.imap;

import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.restante.mailstore.Conversations;
import org.restante.mailstore.MessageRef;
import org.restante.mailstore.MessageThreading;
import org.restante.mailstore.ThreadedMessage;
import org.restante.mailstore.Threading;
import org.restante.mailstore.Uid;
import org.restante.mime.HeaderFields;

/** Finds out which messages of the selected mailbox belong together: by THREAD (RFC 5256), else by what is fetched of the newest. */
final class Conversing {

    private static final int AT_ONCE = 500;
    private static final String ITEMS = "(UID INTERNALDATE ENVELOPE BODY.PEEK[HEADER.FIELDS (REFERENCES)])";

    private final ImapConnection connection;
    private final SelectedMailbox selected;
    private final RowCache cache;

    Conversing(ImapConnection connection, RowCache cache) {
        this.connection = connection;
        this.cache = cache;
        selected = connection.selected();
    }

    /** Conversations, and the messages that there were when they were found. */
    record Known(Contents contents, Conversations conversations) {}

    Conversations conversations() {
        Contents contents = Contents.of(connection);
        return cache.conversations(connection.key())
                .filter(known -> known.contents.equals(contents))
                .map(Known::conversations)
                .orElseGet(() -> anew(contents));
    }

    private Conversations anew(Contents contents) {
        Conversations found = byServer().orElseGet(() -> byUs(contents.exists()));
        cache.put(connection.key(), new Known(contents, found));
        return found;
    }

    private Optional<Conversations> byServer() {
        if (!connection.has("THREAD=REFERENCES") || !connection.threadsWell()) {
            return Optional.empty();
        }
        List<List<Uid>> conversations = new ArrayList<>();
        Answer tagged = connection
                .exchange(List.of(Command.of("UID THREAD REFERENCES US-ASCII ALL")), answer -> {
                    if (answer.is("THREAD")) {
                        answer.values().forEach(value -> conversations.add(uids(value)));
                    }
                })
                .get(0);
        if (tagged.is("OK")) {
            return Optional.of(Conversations.of(conversations, 0));
        }
        if (Refusals.isPassing(tagged)) {
            throw Refusals.of(tagged);
        }
        connection.distrustThreads();
        return Optional.empty();
    }

    private static List<Uid> uids(Value conversation) {
        List<Uid> uids = new ArrayList<>();
        Deque<Value> open = new ArrayDeque<>(List.of(conversation));
        while (!open.isEmpty()) {
            Value value = open.pop();
            if (value.isList()) {
                value.list().forEach(open::push);
            } else {
                uids.addAll(UidSets.read(value.string()));
            }
        }
        return uids;
    }

    private Conversations byUs(long exists) {
        return Conversations.of(
                Threading.of(threaded(MessageThreading.MOST)),
                exists > MessageThreading.MOST ? MessageThreading.MOST : 0);
    }

    List<ThreadedMessage> threaded(int most) {
        long newest = connection.exists();
        List<ThreadedMessage> messages = new ArrayList<>();
        for (long from = Math.max(1, newest - most + 1); from <= newest; from += AT_ONCE) {
            var fetched = new Fetched();
            long to = Math.min(newest, from + AT_ONCE - 1);
            connection.demand(Command.of("FETCH " + from + ":" + to + " " + ITEMS), fetched::take);
            fetched.rows().forEach(row -> message(row).ifPresent(messages::add));
        }
        return messages;
    }

    private Optional<ThreadedMessage> message(FetchedRow fetched) {
        if (!fetched.isWhole()) {
            return Optional.empty();
        }
        Row row = fetched.row();
        String references = fetched.headerFields()
                .map(value -> HeaderFields.parse(value.octets()).text("references"))
                .orElse("");
        return fetched.uid()
                .map(uid -> ThreadedMessage.of(
                        new MessageRef(selected.name(), selected.uidValidity(), uid),
                        row.envelope().messageId(),
                        references,
                        row.envelope().inReplyTo(),
                        row.envelope().subject(),
                        row.envelope().date().map(OffsetDateTime::toInstant).orElse(row.received())));
    }
}
