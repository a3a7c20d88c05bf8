package org.restante.mailstore.imap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.restante.mailstore.Flag;
import org.restante.mailstore.Uid;

/**
 * Expunges chosen messages of the selected mailbox and no others: by UID EXPUNGE (RFC 4315 §2.1). A server without it expunges all that
 * are marked, so there the marks of others are taken off for that moment, and set again even where the connection breaks and another goes on.
 */
final class Purging {

    /** The marks of others that are taken off. */
    private final Set<Uid> others = new HashSet<>();

    @Nullable
    private List<Uid> marked;

    /** Expunges those that are marked as deleted; returns how many those were. To be said again where the connection breaks. */
    int purge(ImapConnection connection, Collection<Uid> uids) {
        if (marked == null) {
            marked = new UidSearch(connection).among(uids, "DELETED");
        }
        expunge(connection, marked);
        return marked.size();
    }

    /** Expunges messages that are marked as deleted. To be said again where the connection breaks. */
    void expunge(ImapConnection connection, Collection<Uid> chosen) {
        if (chosen.isEmpty() && others.isEmpty()) {
            return;
        }
        if (connection.has("UIDPLUS")) {
            say(connection, chosen, "UID EXPUNGE %s");
            return;
        }
        others.addAll(new UidSearch(connection).with(Flag.DELETED).uids());
        others.removeAll(Set.copyOf(chosen));
        say(connection, others, "UID STORE %s -FLAGS.SILENT (\\Deleted)");
        try {
            connection.demand(Command.of("EXPUNGE"), untagged -> {});
        } finally {
            say(connection, others, "UID STORE %s +FLAGS.SILENT (\\Deleted)");
        }
        others.clear();
    }

    private static void say(ImapConnection connection, Collection<Uid> uids, String command) {
        List<Command> commands = new ArrayList<>();
        UidSets.of(uids).forEach(set -> commands.add(Command.of(command.formatted(set))));
        if (!commands.isEmpty()) {
            connection.exchange(commands, untagged -> {}).forEach(ImapConnection::checkOk);
        }
    }
}
