package org.restante.mailstore.imap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.restante.mailstore.MailboxView;
import org.restante.mailstore.MessagePage;
import org.restante.mailstore.MessageRef;
import org.restante.mailstore.MessageSummary;
import org.restante.mailstore.PageRequest;
import org.restante.mailstore.Uid;

/**
 * Asks for the tree and a page, all in one write: the rows by their sequence numbers as they are known, and of those that are known
 * already only what may change. A server may look for what other clients did only after it has carried out all commands of one write
 * (Dovecot does), so NOOP comes last; where that brings news, or rows are missing, it takes a second write.
 *
 * <p>Numbers shift when messages are expunged, which a server says after a FETCH but not during it (RFC 9051 §7.5.1). Some carry out
 * the FETCH by the new numbers before they say so: then what it brought is asked for again.
 */
final class PageQuery {

    private static final int MOST_GAPS = 8;

    private final ImapConnection connection;
    private final SelectedMailbox selected;
    private final PageRequest request;
    private final RowCache cache;
    private final MailboxKey key;
    private final TreeQuery tree;
    private final Fetched fetched = new Fetched();
    private long older;

    PageQuery(ImapConnection connection, PageRequest request, RowCache cache) {
        this.connection = connection;
        this.request = request;
        this.cache = cache;
        selected = connection.selected();
        key = connection.key();
        tree = new TreeQuery(connection);
    }

    MailboxView view() {
        long before = selected.exists();
        Span asked = guess();
        boolean whole = !isMostlyKnown(asked);
        boolean answered = askFirst(asked, whole);
        boolean changed = fetched.hasNews() || selected.exists() != before;
        boolean renumbered = fetched.forgetIfRenumbered();
        locate(!asked.isEmpty() || renumbered);
        Span wanted = wanted();
        List<Command> more = new ArrayList<>();
        for (Span each : missing(wanted, answered && whole && !changed ? asked : Span.NONE)) {
            more.add(fetch(each, true));
        }
        int fetches = more.size();
        more.addAll(tree.more(changed));
        if (!more.isEmpty()) {
            List<Answer> tagged = connection.exchange(more, this::take);
            tagged.subList(0, fetches).forEach(ImapConnection::checkOk);
        }
        return new MailboxView(tree.mailboxes(), page());
    }

    /** Which numbers the page has as far as is known, and for a page below a message, that message too. */
    private Span guess() {
        if (request instanceof PageRequest.Numbered) {
            return wanted();
        }
        OptionalLong number = cache.numbers(key).number(below());
        return number.isPresent() && number.getAsLong() <= selected.exists()
                ? Span.upTo(number.getAsLong(), request.size() + 1)
                : Span.NONE;
    }

    private Uid below() {
        return ((PageRequest.Below) request).ref().uid();
    }

    private boolean isMostlyKnown(Span span) {
        KnownNumbers numbers = cache.numbers(key);
        int known = 0;
        for (long number = span.oldest(); number <= span.newest(); number++) {
            long uid = numbers.uid(number);
            known += uid > 0 && cache.has(key, new Uid(uid)) ? 1 : 0;
        }
        return known * 2 > span.size();
    }

    /** Returns whether the server did fetch what it was asked for. */
    private boolean askFirst(Span asked, boolean whole) {
        List<Command> commands = new ArrayList<>();
        if (!asked.isEmpty()) {
            commands.add(fetch(asked, whole));
        } else if (request instanceof PageRequest.Below) {
            commands.add(locating());
        }
        fetched.asking(asked);
        int list = commands.size();
        commands.addAll(tree.commands());
        commands.add(Command.of("NOOP"));
        List<Answer> tagged = connection.exchange(commands, this::take);
        tree.finish(tagged.get(list));
        return tagged.get(0).is("OK");
    }

    private void take(Answer answer) {
        fetched.take(answer);
        tree.take(answer);
    }

    private static Command fetch(Span span, boolean whole) {
        return Command.of("FETCH %s %s".formatted(span, whole ? Fetched.SUMMARY : Fetched.FLAGS));
    }

    private Command locating() {
        return Command.of("UID FETCH %s (UID)".formatted(below()));
    }

    /** Finds out where a page below a message begins, where the answers so far do not tell. */
    private void locate(boolean unasked) {
        if (request instanceof PageRequest.Numbered || fetched.number(below()).isPresent()) {
            return;
        }
        if (unasked) {
            connection.demand(locating(), this::take);
        }
        older = fetched.number(below()).isPresent() ? 0 : countBelow();
    }

    private Span wanted() {
        return Span.upTo(selected.exists() - offset(), request.size());
    }

    /** Returns how many newer messages stand before the page. */
    private long offset() {
        long total = selected.exists();
        if (request instanceof PageRequest.Numbered numbered) {
            long last = total == 0 ? 0 : (total - 1) / numbered.size();
            return Math.min(numbered.number() - 1, last) * numbered.size();
        }
        return Math.max(
                0, total - fetched.number(below()).map(there -> there - 1).orElse(older));
    }

    /** The message itself is gone: so the server is asked how many are older. */
    private long countBelow() {
        if (below().value() == 1) {
            return 0;
        }
        boolean counts = connection.has("ESEARCH");
        long[] count = {0};
        connection.demand(
                Command.of("UID SEARCH %sUID 1:%d".formatted(counts ? "RETURN (COUNT) " : "", below().value() - 1)),
                answer -> {
                    take(answer);
                    count[0] += answer.is("SEARCH") ? answer.values().size() : answer.is("ESEARCH") ? count(answer) : 0;
                });
        return Math.min(count[0], selected.exists());
    }

    private static long count(Answer answer) {
        for (int i = 0; i + 1 < answer.values().size(); i++) {
            if (answer.at(i).is("count")) {
                return answer.at(i + 1).number();
            }
        }
        return 0;
    }

    /**
     * Returns the numbers whose messages are not known.
     *
     * @param settled numbers that need not be asked for again: what the server did not say of them it does not say
     */
    private List<Span> missing(Span wanted, Span settled) {
        List<Span> spans = new ArrayList<>();
        for (long number = wanted.oldest(); number <= wanted.newest(); number++) {
            if (settled.contains(number) || isKnown(number)) {
                continue;
            }
            int last = spans.size() - 1;
            if (last >= 0 && spans.get(last).newest() == number - 1) {
                spans.set(last, new Span(spans.get(last).oldest(), number));
            } else {
                spans.add(new Span(number, number));
            }
        }
        // So many gaps are one.
        return spans.size() > MOST_GAPS ? List.of(wanted) : spans;
    }

    private boolean isKnown(long number) {
        Optional<FetchedRow> row = fetched.row(number);
        return row.isPresent()
                && row.get().uid().isPresent()
                && (row.get().isWhole()
                        || row.get().hasFlags()
                                && cache.has(key, row.get().uid().get()));
    }

    private MessagePage page() {
        Span span = wanted();
        List<MessageSummary> rows = new ArrayList<>(span.size());
        int[] uids = new int[span.size()];
        int fresh = 0;
        for (long number = span.newest(); number >= span.oldest(); number--) {
            FetchedRow row = fetched.row(number).orElse(null);
            Uid uid = row == null ? null : row.uid().orElse(null);
            Row known = uid == null ? null : known(row, uid);
            if (known != null) {
                rows.add(known.with(new MessageRef(selected.name(), selected.uidValidity(), uid), row.flags()));
                uids[(int) (number - span.oldest())] = (int) uid.value();
                fresh += row.isWhole() ? 1 : 0;
            }
        }
        cache.count(rows.size() - fresh, fresh);
        if (!rows.isEmpty()) {
            cache.learn(key, new KnownNumbers.Run(span.oldest(), uids));
        }
        return new MessagePage(selected.uidValidity(), selected.exists(), offset(), rows);
    }

    private Row known(FetchedRow row, Uid uid) {
        if (!row.isWhole()) {
            return cache.get(key, uid).orElse(null);
        }
        Row read = row.row();
        cache.put(key, uid, read);
        return read;
    }
}
