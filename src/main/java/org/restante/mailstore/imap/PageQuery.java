package org.restante.mailstore.imap;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.restante.mailstore.MessagePage;
import org.restante.mailstore.MessageSummary;
import org.restante.mailstore.PageRequest;
import org.restante.mailstore.Uid;

/**
 * Finds which sequence numbers a page has, and fetches them. Numbers shift when messages are expunged, which a server may say before
 * a FETCH but not during it (RFC 9051 §7.5.1).
 */
final class PageQuery {

    private final ImapConnection connection;
    private final PageRequest request;
    private long number;

    PageQuery(ImapConnection connection, PageRequest request) {
        this.connection = connection;
        this.request = request;
    }

    /** Returns what to ask along with the tree, so that the page is known after it. */
    List<Command> locate() {
        return request instanceof PageRequest.Below below
                ? List.of(Command.of("UID FETCH %s (UID)".formatted(below.ref().uid())))
                : List.of();
    }

    /** Learns from an answer, in their order, where the message is below which the page begins. */
    void take(Answer answer) {
        if (!(request instanceof PageRequest.Below below)) {
            return;
        }
        if (answer.is("FETCH")) {
            number = Fetched.uids(answer).contains(below.ref().uid()) ? answer.number() : number;
        } else if (answer.is("EXPUNGE") && answer.number() <= number) {
            number = answer.number() == number ? 0 : number - 1;
        }
    }

    /** Fetches the page, saying other commands in the same write. */
    MessagePage fetch(List<Command> others, Consumer<Answer> untagged) {
        SelectedMailbox selected = connection.selected();
        long total = selected.exists();
        long offset = offset(total);
        long newest = total - offset;
        var fetched = new Fetched();
        List<Command> commands = new ArrayList<>();
        if (newest > 0) {
            long oldest = Math.max(1, newest - request.size() + 1);
            commands.add(Command.of("FETCH %d:%d %s".formatted(oldest, newest, Fetched.SUMMARY)));
        }
        commands.addAll(others);
        if (!commands.isEmpty()) {
            List<Answer> tagged = connection.exchange(commands, answer -> {
                fetched.take(answer);
                untagged.accept(answer);
            });
            if (newest > 0) {
                ImapConnection.checkOk(tagged.get(0));
            }
        }
        List<MessageSummary> rows = fetched.summaries(selected.name(), selected.uidValidity());
        return new MessagePage(
                selected.uidValidity(), total, offset, rows.subList(0, Math.min(rows.size(), request.size())));
    }

    private long offset(long total) {
        if (request instanceof PageRequest.Numbered numbered) {
            long last = total == 0 ? 0 : (total - 1) / numbered.size();
            return Math.min(numbered.number() - 1, last) * numbered.size();
        }
        Uid uid = ((PageRequest.Below) request).ref().uid();
        long older = number > 0 ? number - 1 : uid.value() == 1 ? 0 : countBelow(uid);
        return Math.max(0, total - older);
    }

    /** The message itself is gone: so the server is asked how many are older. */
    private long countBelow(Uid uid) {
        boolean counts = connection.has("ESEARCH");
        long[] count = {0};
        connection.demand(
                Command.of("UID SEARCH %sUID 1:%d".formatted(counts ? "RETURN (COUNT) " : "", uid.value() - 1)),
                answer -> {
                    if (answer.is("SEARCH")) {
                        count[0] += answer.values().size();
                    } else if (answer.is("ESEARCH")) {
                        count[0] = count(answer.values());
                    }
                });
        return Math.min(count[0], connection.selected().exists());
    }

    private static long count(List<Value> values) {
        for (int i = 0; i + 1 < values.size(); i++) {
            if (values.get(i).string().toUpperCase(Locale.ROOT).equals("COUNT")) {
                return values.get(i + 1).number();
            }
        }
        return 0;
    }
}
