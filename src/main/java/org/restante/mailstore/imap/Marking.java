package org.restante.mailstore.imap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.restante.mailstore.Flag;
import org.restante.mailstore.Marked;
import org.restante.mailstore.MessageRef;
import org.restante.mailstore.Uid;

/** Sets and takes flags in the selected mailbox. */
final class Marking {

    private final ImapConnection connection;

    /** The flags of each message as they were told first, in lower case. */
    private final Map<Uid, Set<String>> before = new HashMap<>();

    Marking(ImapConnection connection) {
        this.connection = connection;
    }

    /**
     * Changes flags.
     *
     * @param how {@code +FLAGS} or {@code -FLAGS}
     */
    Marked store(List<MessageRef> refs, String how, Set<Flag> flags) {
        Set<Uid> wanted = refs.stream().map(MessageRef::uid).collect(Collectors.toSet());
        String names = flags.stream().map(Flag::name).sorted().collect(Collectors.joining(" "));
        List<Command> commands = new ArrayList<>();
        for (String set : UidSets.of(wanted)) {
            // The server carries out one after the other, since the second changes what the first asks for (RFC 9051
            // §5.5).
            commands.add(Command.of("UID FETCH %s (UID FLAGS)".formatted(set)));
            commands.add(Command.of("UID STORE %s %s.SILENT (%s)".formatted(set, how, names)));
        }
        connection.exchange(commands, this::take).forEach(ImapConnection::checkOk);
        before.keySet().retainAll(wanted);
        boolean sets = how.startsWith("+");
        return new Marked(
                before.size(),
                refs.stream()
                        .distinct()
                        .filter(ref -> changes(ref, sets, flags))
                        .toList());
    }

    private boolean changes(MessageRef ref, boolean sets, Set<Flag> flags) {
        Set<String> had = before.get(ref.uid());
        return had != null
                && flags.stream().anyMatch(flag -> had.contains(flag.name().toLowerCase(Locale.ROOT)) != sets);
    }

    private void take(Answer answer) {
        if (!answer.is("FETCH")) {
            return;
        }
        Set<String> flags = null;
        List<Value> items = answer.at(0).list();
        for (int i = 0; i + 1 < items.size(); i += 2) {
            if (items.get(i).lower().equals("flags")) {
                flags = new HashSet<>(
                        items.get(i + 1).list().stream().map(Value::lower).toList());
            }
        }
        for (Uid uid : Fetched.uids(answer)) {
            if (flags != null) {
                before.putIfAbsent(uid, flags);
            }
        }
    }
}
