package org.restante.mailstore.imap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.restante.mailstore.Mailbox;
import org.restante.mailstore.MessageRef;
import org.restante.mailstore.MessageSummary;

/** Asks for one message; where it is known already, only for what may change of it. */
final class MessageQuery {

    private final ImapConnection connection;
    private final MessageRef ref;
    private final RowCache cache;
    private final MailboxKey key;
    private final Optional<Row> known;
    private final Fetched fetched = new Fetched();

    MessageQuery(ImapConnection connection, MessageRef ref, RowCache cache) {
        this.connection = connection;
        this.ref = ref;
        this.cache = cache;
        key = connection.key();
        known = cache.get(key, ref.uid());
    }

    /** Asks, and lets the server look for what other clients did. */
    void ask() {
        List<Answer> tagged = connection.exchange(List.of(Command.of("NOOP"), fetching()), fetched::take);
        ImapConnection.checkOk(tagged.get(1));
    }

    /** Asks for the tree too, in the same write; returns it. */
    List<Mailbox> askWith(TreeQuery tree) {
        long before = connection.selected().exists();
        List<Command> commands = new ArrayList<>(List.of(fetching()));
        commands.addAll(tree.commands());
        commands.add(Command.of("NOOP"));
        List<Answer> tagged = connection.exchange(commands, answer -> {
            tree.take(answer);
            fetched.take(answer);
        });
        ImapConnection.checkOk(tagged.get(0));
        tree.finish(tagged.get(1));
        boolean changed =
                fetched.hasNewsBeside(ref.uid()) || connection.selected().exists() != before;
        List<Command> more = tree.more(changed);
        if (!more.isEmpty()) {
            connection.exchange(more, tree::take);
        }
        return tree.mailboxes();
    }

    private Command fetching() {
        return Command.of("UID FETCH %s %s".formatted(ref.uid(), known.isPresent() ? Fetched.FLAGS : Fetched.SUMMARY));
    }

    /** Returns the message, or what is given in its place where the server does not have it. */
    MessageSummary orElse(Supplier<MessageSummary> other) {
        return fetched.there(ref.uid())
                .flatMap(row -> row(row).map(found -> found.with(ref, row.flags())))
                .orElseGet(other);
    }

    private Optional<Row> row(FetchedRow row) {
        if (!row.isWhole()) {
            return known;
        }
        Row read = row.row();
        cache.put(key, ref.uid(), read);
        return Optional.of(read);
    }
}
