package org.restante.mailstore.imap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.restante.mailstore.MailboxView;
import org.restante.mailstore.MessagePage;
import org.restante.mailstore.MessageRef;
import org.restante.mailstore.MessageSet;
import org.restante.mailstore.MessageSummary;
import org.restante.mailstore.PageRequest;
import org.restante.mailstore.Uid;

/** Asks for the tree and a page of chosen messages in one write; of those that are known already, only for what may change. */
final class SetQuery {

    private final ImapConnection connection;
    private final MessageSet messages;
    private final RowCache cache;
    private final MailboxKey key;
    private final TreeQuery tree;
    private final Fetched fetched = new Fetched();

    SetQuery(ImapConnection connection, MessageSet messages, RowCache cache) {
        this.connection = connection;
        this.messages = messages;
        this.cache = cache;
        key = connection.key();
        tree = new TreeQuery(connection);
    }

    MailboxView view(PageRequest request) {
        MessageSet.Part part = messages.part(request);
        Map<Uid, Row> known = new HashMap<>();
        part.uids().forEach(uid -> cache.get(key, uid).ifPresent(row -> known.put(uid, row)));
        long before = connection.exists();
        List<Command> commands = new ArrayList<>();
        int list = ask(part, known, commands);
        commands.add(Command.of("NOOP"));
        List<Answer> tagged = connection.exchange(commands, this::take);
        tagged.subList(0, list).forEach(ImapConnection::checkOk);
        tree.finish(tagged.get(list));
        List<Command> more = tree.more(connection.exists() != before);
        if (!more.isEmpty()) {
            connection.exchange(more, tree::take);
        }
        List<MessageSummary> rows = rows(part, known);
        return new MailboxView(
                tree.mailboxes(), new MessagePage(messages.uidValidity(), messages.size(), part.before(), rows));
    }

    /** Adds what to say; returns where among it the tree is asked for. */
    private int ask(MessageSet.Part part, Map<Uid, Row> known, List<Command> commands) {
        List<Uid> unknown =
                part.uids().stream().filter(uid -> !known.containsKey(uid)).toList();
        addFetch(unknown, Fetched.SUMMARY, commands);
        addFetch(known.keySet(), Fetched.FLAGS, commands);
        int list = commands.size();
        commands.addAll(tree.commands());
        return list;
    }

    private static void addFetch(Collection<Uid> uids, String items, List<Command> commands) {
        UidSets.of(uids).forEach(set -> commands.add(Command.of("UID FETCH " + set + " " + items)));
    }

    private void take(Answer answer) {
        fetched.take(answer);
        tree.take(answer);
    }

    private List<MessageSummary> rows(MessageSet.Part part, Map<Uid, Row> known) {
        List<MessageSummary> rows = new ArrayList<>();
        for (Uid uid : part.uids()) {
            FetchedRow row = fetched.there(uid).orElse(null);
            Row content = row != null && row.isWhole() ? read(uid, row) : known.get(uid);
            if (row != null && content != null) {
                rows.add(content.with(new MessageRef(messages.mailbox(), messages.uidValidity(), uid), row.flags()));
            }
        }
        return rows;
    }

    private Row read(Uid uid, FetchedRow row) {
        Row read = row.row();
        cache.put(key, uid, read);
        return read;
    }
}
