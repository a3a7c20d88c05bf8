package org.restante.mailstore.imap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.restante.mailstore.Criterion;
import org.restante.mailstore.Criterion.AllOf;
import org.restante.mailstore.Criterion.AnyOf;
import org.restante.mailstore.Criterion.Bears;
import org.restante.mailstore.Criterion.Contains;
import org.restante.mailstore.Criterion.Field;
import org.restante.mailstore.Criterion.HasAttachment;
import org.restante.mailstore.Criterion.Not;
import org.restante.mailstore.MessageRef;
import org.restante.mailstore.MessageSummary;
import org.restante.mailstore.SearchPosition;
import org.restante.mailstore.SearchedBlock;
import org.restante.mailstore.Uid;

/**
 * Searches the selected mailbox. What the server can be asked for it is asked for; the rest, which are attachments, and text beyond ASCII
 * where the server takes none, is looked for among what the rest of the query leaves. A server that is tried and found wanting is asked for
 * words and flags alone.
 */
final class Searching {

    private static final int AT_ONCE = 500;
    private static final Set<Field> PLAIN = Set.of(Field.SUBJECT, Field.BODY);

    private final ImapConnection connection;
    private final SelectedMailbox selected;
    private final RowCache cache;
    private String range = "";

    Searching(ImapConnection connection, RowCache cache) {
        this.connection = connection;
        this.cache = cache;
        selected = connection.selected();
    }

    SearchedBlock search(Criterion criterion, SearchPosition from, int most) {
        if (from.isStart()) {
            // So that the server looks for new messages first.
            connection.demand(Command.of("NOOP"), untagged -> {});
        }
        long newest = Math.min(from.left(), selected.exists());
        long oldest = Math.max(1, newest - most + 1);
        List<Uid> found = List.of();
        if (newest > 0) {
            range = oldest + ":" + newest;
            if (connection.searchesWell().isEmpty()) {
                tryServer(newest);
            }
            found = find(criterion).stream()
                    .filter(uid -> uid.value() < from.below())
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
        return new SearchedBlock(selected.uidValidity(), found, next(oldest, from), selected.exists());
    }

    /** Looks for one message by a piece of its sender's address, which some servers, such as GreenMail, only compare as a whole. */
    private void tryServer(long number) {
        var fetched = new Fetched();
        connection.demand(Command.of("FETCH " + number + " (UID ENVELOPE)"), fetched::take);
        fetched.row(number)
                .filter(row -> row.isWhole() && row.uid().isPresent())
                .flatMap(row -> row.row().envelope().from().stream()
                        .map(address -> address.address())
                        .filter(address -> address.length() > 2)
                        .findFirst())
                .map(address -> new Contains(Field.FROM, address.substring(1, address.length() - 1)))
                .filter(piece -> !SearchKeys.needsUtf8(piece))
                .flatMap(this::ask)
                .ifPresent(found ->
                        connection.learnWhetherItSearchesWell(found.stream().anyMatch(fetched.uids()::contains)));
    }

    /** Numbers of older messages shift only when some of them are expunged; a UID then tells what was searched already. */
    private Optional<SearchPosition> next(long oldest, SearchPosition from) {
        if (oldest <= 1) {
            return Optional.empty();
        }
        var fetched = new Fetched();
        connection.demand(Command.of("FETCH " + oldest + " (UID)"), fetched::take);
        long below = fetched.uids().stream().mapToLong(Uid::value).min().orElse(from.below());
        return Optional.of(new SearchPosition(oldest - 1, Math.min(below, from.below())));
    }

    private Set<Uid> find(Criterion criterion) {
        if (isAsked(criterion)) {
            return ask(criterion).orElseGet(() -> find(criterion));
        }
        if (criterion instanceof AllOf all) {
            List<Criterion> asked =
                    all.criteria().stream().filter(this::isAsked).toList();
            Optional<Set<Uid>> found = ask(new AllOf(asked));
            return found.isEmpty()
                    ? find(criterion)
                    : among(
                            new AllOf(all.criteria().stream()
                                    .filter(each -> !asked.contains(each))
                                    .toList()),
                            found.get());
        }
        return among(criterion, ask(new AllOf(List.of())).orElse(Set.of()));
    }

    private boolean isAsked(Criterion criterion) {
        return criterion.leaves().noneMatch(HasAttachment.class::isInstance)
                && (connection.searchesUtf8() || !SearchKeys.needsUtf8(criterion))
                && (connection.searchesWell().orElse(true) || isSimple(criterion));
    }

    private static boolean isSimple(Criterion criterion) {
        if (criterion instanceof AllOf all) {
            return all.criteria().stream().allMatch(each -> !(each instanceof AllOf) && isSimple(each));
        }
        return criterion instanceof Bears || criterion instanceof Contains contains && PLAIN.contains(contains.field());
    }

    private Set<Uid> among(Criterion criterion, Set<Uid> candidates) {
        Set<Uid> left = new LinkedHashSet<>(candidates);
        if (candidates.isEmpty()) {
            return left;
        }
        if (isAsked(criterion)) {
            Optional<Set<Uid>> found = ask(criterion);
            if (found.isEmpty()) {
                return among(criterion, candidates);
            }
            left.retainAll(found.get());
        } else if (criterion instanceof AllOf all) {
            for (Criterion each : all.criteria()) {
                left = among(each, left);
            }
        } else if (criterion instanceof AnyOf any) {
            return anyAmong(any, candidates);
        } else if (criterion instanceof Not not) {
            left.removeAll(among(not.criterion(), candidates));
        } else {
            return look(criterion, candidates);
        }
        return left;
    }

    private Set<Uid> anyAmong(AnyOf any, Set<Uid> candidates) {
        Set<Uid> found = new LinkedHashSet<>();
        Set<Uid> others = new LinkedHashSet<>(candidates);
        for (Criterion each : any.criteria()) {
            found.addAll(among(each, others));
            others.removeAll(found);
        }
        return found;
    }

    /** Looks at each of the messages. */
    private Set<Uid> look(Criterion criterion, Collection<Uid> candidates) {
        List<MessageRef> refs = candidates.stream()
                .map(uid -> new MessageRef(selected.name(), selected.uidValidity(), uid))
                .toList();
        Set<Uid> found = new LinkedHashSet<>();
        var summaries = new Summaries(connection, cache);
        for (int at = 0; at < refs.size(); at += AT_ONCE) {
            List<MessageRef> some = refs.subList(at, Math.min(at + AT_ONCE, refs.size()));
            for (MessageSummary summary : summaries.inPassing(some)) {
                if (criterion.matches(new FetchedText(connection, summary))) {
                    found.add(summary.ref().uid());
                }
            }
        }
        return found;
    }

    /** Asks the server; empty where it refuses the manner of asking, which is another one from then on. */
    private Optional<Set<Uid>> ask(Criterion criterion) {
        boolean sets = connection.returnsSets();
        boolean utf8 = SearchKeys.needsUtf8(criterion);
        Command command = Command.of("UID SEARCH" + (sets ? " RETURN (ALL)" : "") + (utf8 ? " CHARSET UTF-8" : ""));
        if (connection.has("LITERAL+")) {
            command.withoutWaiting();
        }
        SearchKeys.writeAll(criterion, command.atom(range));
        List<Uid> found = new ArrayList<>();
        Answer tagged = connection
                .exchange(List.of(command), answer -> UidSearch.take(answer, found))
                .get(0);
        if (!tagged.is("OK") && !Refusals.isPassing(tagged)) {
            if (utf8 && (tagged.codeName().equals("BADCHARSET") || !sets)) {
                connection.distrustUtf8();
                return Optional.empty();
            }
            if (sets) {
                connection.distrustSets();
                return Optional.empty();
            }
        }
        ImapConnection.checkOk(tagged);
        return Optional.of(new LinkedHashSet<>(found));
    }
}
