package org.restante.mailstore.imap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.restante.mailstore.Uid;

/**
 * Expunges chosen messages of the selected mailbox and no others: by UID EXPUNGE (RFC 4315 §2.1). A server without it expunges all that
 * are marked, so there the marks of others are taken off for that moment; should the connection break then, they are lost, but no message.
 */
final class Purging {

    private final ImapConnection connection;

    Purging(ImapConnection connection) {
        this.connection = connection;
    }

    /** Expunges those that are marked as deleted; returns how many those were. */
    int purge(Collection<Uid> uids) {
        List<Uid> marked = new UidSearch(connection).among(uids, "DELETED");
        if (!marked.isEmpty()) {
            expunge(marked);
        }
        return marked.size();
    }

    /** Expunges messages that are marked as deleted. */
    void expunge(Collection<Uid> marked) {
        if (connection.has("UIDPLUS")) {
            say(marked, "UID EXPUNGE %s");
            return;
        }
        Set<Uid> others = new HashSet<>(new UidSearch(connection)
                .with(org.restante.mailstore.Flag.DELETED)
                .uids());
        others.removeAll(Set.copyOf(marked));
        say(others, "UID STORE %s -FLAGS.SILENT (\\Deleted)");
        try {
            connection.demand(Command.of("EXPUNGE"), untagged -> {});
        } finally {
            say(others, "UID STORE %s +FLAGS.SILENT (\\Deleted)");
        }
    }

    private void say(Collection<Uid> uids, String command) {
        List<Command> commands = new ArrayList<>();
        UidSets.of(uids).forEach(set -> commands.add(Command.of(command.formatted(set))));
        if (!commands.isEmpty()) {
            connection.exchange(commands, untagged -> {}).forEach(ImapConnection::checkOk);
        }
    }
}
