package org.restante.mailstore.imap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.restante.mailstore.Flag;
import org.restante.mailstore.Found;
import org.restante.mailstore.MessageFilter;
import org.restante.mailstore.MessageSet;
import org.restante.mailstore.Uid;

/** Finds messages of the selected mailbox by their flags (RFC 9051 §6.4.4), in ranges where the server can say them (RFC 4731). */
final class UidSearch {

    private static final Map<Flag, String> SYSTEM = Map.of(
            Flag.SEEN, "SEEN",
            Flag.FLAGGED, "FLAGGED",
            Flag.ANSWERED, "ANSWERED",
            Flag.DRAFT, "DRAFT",
            Flag.DELETED, "DELETED");

    private final ImapConnection connection;

    UidSearch(ImapConnection connection) {
        this.connection = connection;
    }

    MessageSet with(Flag flag) {
        return set(word(flag));
    }

    MessageSet without(Flag flag) {
        return set(SYSTEM.containsKey(flag) ? "UN" + SYSTEM.get(flag) : "UNKEYWORD " + flag.name());
    }

    MessageSet all() {
        return set("ALL");
    }

    /** Looking into the header sections of more messages than this would take a server too long. */
    private static final long MOST_HEADERS = 10_000;

    /** A server without ESEARCH names each message by itself. */
    private static final long MOST_NAMED = 100_000;

    /** A message of several parts may have attachments, unless the server has looked and says that it has none. */
    private static final String ATTACHMENTS =
            "OR KEYWORD $HasAttachment (UNKEYWORD $HasNoAttachment OR HEADER \"Content-Type\""
                    + " \"multipart/mixed\" HEADER \"Content-Type\" \"application/\")";

    Found find(MessageFilter filter) {
        long most = filter instanceof MessageFilter.Attachments || filter instanceof MessageFilter.To
                ? MOST_HEADERS
                : connection.has("ESEARCH") ? Long.MAX_VALUE : MOST_NAMED;
        long all = connection.exists();
        boolean some = all > most;
        Command command = Command.of(how() + (some ? all - most + 1 + ":*" : "ALL"));
        List<Uid> found = new ArrayList<>();
        // The server looks for new messages first.
        List<Answer> tagged = connection.exchange(
                List.of(Command.of("NOOP"), narrow(command, filter)), answer -> take(answer, found));
        ImapConnection.checkOk(tagged.get(1));
        SelectedMailbox selected = connection.selected();
        return new Found(new MessageSet(selected.name(), selected.uidValidity(), found), some ? most : 0);
    }

    private static Command narrow(Command command, MessageFilter filter) {
        if (filter instanceof MessageFilter.With with) {
            return command.atom(word(with.flag()));
        } else if (filter instanceof MessageFilter.Without without) {
            return command.atom("NOT " + word(without.flag()));
        } else if (filter instanceof MessageFilter.To to) {
            return command.atom("OR TO").string(to.address()).atom("CC").string(to.address());
        }
        return filter instanceof MessageFilter.Attachments ? command.atom(ATTACHMENTS) : command;
    }

    private static String word(Flag flag) {
        return SYSTEM.getOrDefault(flag, "KEYWORD " + flag.name());
    }

    private String how() {
        return connection.has("ESEARCH") ? "UID SEARCH RETURN (ALL) " : "UID SEARCH ";
    }

    private MessageSet set(String criterion) {
        SelectedMailbox selected = connection.selected();
        return new MessageSet(selected.name(), selected.uidValidity(), find(List.of(criterion)));
    }

    /** Returns which of these messages fulfil a criterion. */
    List<Uid> among(Collection<Uid> uids, String criterion) {
        return find(UidSets.of(uids).stream()
                .map(set -> "UID " + set + " " + criterion)
                .toList());
    }

    private List<Uid> find(List<String> criteria) {
        List<Uid> found = new ArrayList<>();
        List<Command> commands =
                criteria.stream().map(each -> Command.of(how() + each)).toList();
        connection.exchange(commands, answer -> take(answer, found)).forEach(ImapConnection::checkOk);
        return found;
    }

    private static void take(Answer answer, List<Uid> found) {
        if (answer.is("SEARCH")) {
            answer.values().forEach(value -> found.addAll(UidSets.read(value.string())));
        } else if (answer.is("ESEARCH")) {
            for (int i = 0; i + 1 < answer.values().size(); i++) {
                if (answer.at(i).lower().equals("all")) {
                    found.addAll(UidSets.read(answer.at(i + 1).string()));
                }
            }
        }
    }
}
