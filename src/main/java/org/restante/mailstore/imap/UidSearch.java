package org.restante.mailstore.imap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.restante.mailstore.Flag;
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
        return set(SYSTEM.getOrDefault(flag, "KEYWORD " + flag.name()));
    }

    MessageSet without(Flag flag) {
        return set(SYSTEM.containsKey(flag) ? "UN" + SYSTEM.get(flag) : "UNKEYWORD " + flag.name());
    }

    MessageSet all() {
        return set("ALL");
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
        String how = connection.has("ESEARCH") ? "UID SEARCH RETURN (ALL) " : "UID SEARCH ";
        List<Uid> found = new ArrayList<>();
        List<Command> commands =
                criteria.stream().map(each -> Command.of(how + each)).toList();
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
