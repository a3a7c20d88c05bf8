package org.restante.mailstore.imap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.restante.mailstore.MessageRef;
import org.restante.mailstore.MessageSummary;
import org.restante.mailstore.Uid;

/** Asks for messages of the selected mailbox by their UIDs; of those that are known already, only for what may change. */
final class Summaries {

    private static final int AT_ONCE = 500;

    private final ImapConnection connection;
    private final RowCache cache;
    private final MailboxKey key;

    Summaries(ImapConnection connection, RowCache cache) {
        this.connection = connection;
        this.cache = cache;
        key = connection.key();
    }

    /** Returns those that are there, in that order, and keeps what was asked. */
    List<MessageSummary> of(List<MessageRef> refs) {
        List<MessageSummary> all = new ArrayList<>();
        for (int at = 0; at < refs.size(); at += AT_ONCE) {
            all.addAll(some(refs.subList(at, Math.min(at + AT_ONCE, refs.size())), true));
        }
        return all;
    }

    /** Like {@link #of}, for messages that nobody will look at: nothing is kept. */
    List<MessageSummary> inPassing(List<MessageRef> refs) {
        return some(refs, false);
    }

    private List<MessageSummary> some(List<MessageRef> refs, boolean kept) {
        List<Uid> known = new ArrayList<>();
        List<Uid> unknown = new ArrayList<>();
        refs.forEach(ref -> (cache.has(key, ref.uid()) ? known : unknown).add(ref.uid()));
        Map<Uid, FetchedRow> rows = fetch(known, unknown);
        List<MessageSummary> summaries = new ArrayList<>();
        List<Uid> forgotten = new ArrayList<>();
        for (MessageRef ref : refs) {
            FetchedRow row = rows.get(ref.uid());
            if (row != null && !row.isWhole() && !cache.has(key, ref.uid())) {
                forgotten.add(ref.uid());
            }
        }
        rows.putAll(fetch(List.of(), forgotten));
        for (MessageRef ref : refs) {
            Optional.ofNullable(rows.get(ref.uid()))
                    .flatMap(row -> row(row, ref, kept).map(whole -> whole.with(ref, row.flags())))
                    .ifPresent(summaries::add);
        }
        return summaries;
    }

    private Optional<Row> row(FetchedRow fetched, MessageRef ref, boolean kept) {
        if (!fetched.isWhole()) {
            return cache.get(key, ref.uid());
        }
        Row row = fetched.row();
        if (kept) {
            cache.put(key, ref.uid(), row);
        }
        return Optional.of(row);
    }

    private Map<Uid, FetchedRow> fetch(List<Uid> known, List<Uid> unknown) {
        List<Command> commands = new ArrayList<>();
        UidSets.of(known).forEach(set -> commands.add(Command.of("UID FETCH " + set + " " + Fetched.FLAGS)));
        UidSets.of(unknown).forEach(set -> commands.add(Command.of("UID FETCH " + set + " " + Fetched.SUMMARY)));
        Map<Uid, FetchedRow> rows = new HashMap<>();
        if (!commands.isEmpty()) {
            var fetched = new Fetched();
            connection.exchange(commands, fetched::take).forEach(ImapConnection::checkOk);
            fetched.rows().forEach(row -> row.uid().ifPresent(uid -> rows.put(uid, row)));
        }
        return rows;
    }
}
