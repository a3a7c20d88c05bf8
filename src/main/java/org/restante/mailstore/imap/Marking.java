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

/**
 * Sets or takes flags in the selected mailbox. What messages had is asked first and heard before anything is changed: so what came of it is
 * known even where the connection ends in the midst of it, and another goes on.
 */
final class Marking {

    private final List<MessageRef> refs;
    private final boolean sets;
    private final Set<Flag> flags;

    /** The flags of each message as they were before, in lower case. */
    private final Map<Uid, Set<String>> before = new HashMap<>();

    private boolean known;

    Marking(List<MessageRef> refs, boolean sets, Set<Flag> flags) {
        this.refs = refs;
        this.sets = sets;
        this.flags = flags;
    }

    /** Changes flags; to be said again over another connection where this one breaks. */
    Marked store(ImapConnection connection) {
        if (!known) {
            Set<Uid> wanted = refs.stream().map(MessageRef::uid).collect(Collectors.toSet());
            say(connection, wanted, "UID FETCH %s (UID FLAGS)");
            before.keySet().retainAll(wanted);
            known = true;
        }
        List<MessageRef> changed =
                refs.stream().distinct().filter(this::changes).toList();
        String names = flags.stream().map(Flag::name).sorted().collect(Collectors.joining(" "));
        Set<Uid> uids = refs.stream()
                .filter(ref -> !before.containsKey(ref.uid()) || changes(ref))
                .map(MessageRef::uid)
                .collect(Collectors.toSet());
        say(connection, uids, "UID STORE %s " + (sets ? "+" : "-") + "FLAGS.SILENT (" + names + ")");
        return new Marked(before.size(), changed);
    }

    private void say(ImapConnection connection, Set<Uid> uids, String command) {
        List<Command> commands = new ArrayList<>();
        UidSets.of(uids).forEach(set -> commands.add(Command.of(command.formatted(set))));
        if (!commands.isEmpty()) {
            connection.exchange(commands, this::take).forEach(ImapConnection::checkOk);
        }
    }

    private boolean changes(MessageRef ref) {
        Set<String> had = before.get(ref.uid());
        return had != null
                && flags.stream().anyMatch(flag -> had.contains(flag.name().toLowerCase(Locale.ROOT)) != sets);
    }

    private void take(Answer answer) {
        if (!answer.is("FETCH") || known) {
            return;
        }
        Set<String> told = null;
        List<Value> items = answer.at(0).list();
        for (int i = 0; i + 1 < items.size(); i += 2) {
            if (items.get(i).lower().equals("flags")) {
                told = new HashSet<>(
                        items.get(i + 1).list().stream().map(Value::lower).toList());
            }
        }
        for (Uid uid : Fetched.uids(answer)) {
            if (told != null) {
                before.put(uid, told);
            }
        }
    }
}
