package org.restante.mailstore.imap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.restante.mailstore.MailFailure;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.Uid;
import org.restante.mailstore.UidValidity;

/**
 * Finds out what copied messages have become on a server that does not say so: among what arrived in the other mailbox since, those of the same
 * Message-ID and size, where these are as many.
 */
final class Tracing {

    private static final String ITEMS = "(UID RFC822.SIZE ENVELOPE)";

    /** What tells a message from most others. */
    private record Mark(String messageId, long size) {}

    private final ImapConnection connection;
    private final MailboxName source;
    private final Map<Uid, Mark> originals;
    private long firstNew;
    private UidValidity uidValidity = new UidValidity(0);

    /** Looks at the messages before they are copied. */
    Tracing(ImapConnection connection, Collection<Uid> uids, byte[] targetsName) {
        this.connection = connection;
        source = connection.selected().name();
        originals = marks(UidSets.of(uids));
        Command status = Command.of("STATUS").octets(targetsName).atom("(UIDNEXT UIDVALIDITY)");
        connection.exchange(List.of(status), this::takeStatus);
    }

    private void takeStatus(Answer answer) {
        List<Value> items = answer.is("STATUS") ? answer.at(1).list() : List.of();
        for (int i = 0; i + 1 < items.size(); i += 2) {
            long number = Math.min(items.get(i + 1).number(), 0xFFFF_FFFFL);
            if (items.get(i).lower().equals("uidnext")) {
                firstNew = number;
            } else if (items.get(i).lower().equals("uidvalidity")) {
                uidValidity = new UidValidity(number);
            }
        }
    }

    private Map<Uid, Mark> marks(List<String> sets) {
        Map<Uid, Mark> marks = new TreeMap<>();
        List<Command> commands = new ArrayList<>();
        sets.forEach(set -> commands.add(Command.of("UID FETCH " + set + " " + ITEMS)));
        connection.exchange(commands, answer -> mark(answer, marks)).forEach(ImapConnection::checkOk);
        return marks;
    }

    private static void mark(Answer answer, Map<Uid, Mark> marks) {
        Map<String, Value> row = new HashMap<>();
        List<Value> items = answer.is("FETCH") ? answer.at(0).list() : List.of();
        for (int i = 0; i + 1 < items.size(); i += 2) {
            row.put(items.get(i).lower(), items.get(i + 1));
        }
        Optional<String> messageId = Optional.ofNullable(row.get("envelope"))
                .map(EnvelopeReader::read)
                .map(found -> found.messageId());
        Fetched.uids(answer)
                .forEach(uid -> messageId.ifPresent(id -> marks.put(
                        uid,
                        new Mark(id, row.getOrDefault("rfc822.size", Value.NIL).number()))));
    }

    /** Returns the UID that each of these messages has in the mailbox it was copied to; lacks what cannot be told for sure. */
    Map<Uid, Uid> find(MailboxName target, Set<Uid> copied) {
        if (firstNew == 0) {
            return Map.of();
        }
        try {
            connection.select(target);
            boolean same = connection.selected().uidValidity().equals(uidValidity);
            Map<Uid, Mark> arrived = same ? marks(List.of(firstNew + ":*")) : Map.of();
            connection.select(source);
            return match(copied, arrived);
        } catch (MailFailure e) {
            // The messages are where they should be; which of them these are is not known.
            return Map.of();
        }
    }

    private Map<Uid, Uid> match(Set<Uid> copied, Map<Uid, Mark> arrived) {
        Map<Mark, List<Uid>> before = byMark(originals, copied);
        Map<Mark, List<Uid>> after = byMark(
                arrived,
                arrived.keySet().stream().filter(uid -> uid.value() >= firstNew).collect(Collectors.toSet()));
        Map<Uid, Uid> found = new HashMap<>();
        before.forEach((mark, uids) -> {
            List<Uid> candidates = after.getOrDefault(mark, List.of());
            for (int i = 0; candidates.size() == uids.size() && i < uids.size(); i++) {
                found.put(uids.get(i), candidates.get(i));
            }
        });
        return found;
    }

    private static Map<Mark, List<Uid>> byMark(Map<Uid, Mark> marks, Set<Uid> only) {
        return marks.entrySet().stream()
                .filter(entry -> only.contains(entry.getKey()))
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue, Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
    }

    /** Returns the UIDVALIDITY of the mailbox that they were copied to. */
    UidValidity uidValidity() {
        return uidValidity;
    }
}
