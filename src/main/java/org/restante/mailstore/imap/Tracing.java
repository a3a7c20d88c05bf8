package org.restante.mailstore.imap;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
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

    private final MailboxName source;
    private Map<Uid, Mark> originals = Map.of();
    private long firstNew;
    private UidValidity uidValidity = new UidValidity(0);

    private Tracing(MailboxName source) {
        this.source = source;
    }

    /** Looks at messages of the selected mailbox before they are copied. */
    static Tracing of(ImapConnection connection, Collection<Uid> uids, byte[] targetsName) {
        var tracing = new Tracing(connection.selected().name());
        Command status = Command.of("STATUS").octets(targetsName).atom("(UIDNEXT UIDVALIDITY)");
        tracing.originals = marks(connection, UidSets.of(uids), List.of(status), tracing::takeStatus);
        return tracing;
    }

    /** Returns those that were there. */
    Set<Uid> originals() {
        return originals.keySet();
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

    private static Map<Uid, Mark> marks(
            ImapConnection connection, List<String> sets, List<Command> more, Consumer<Answer> told) {
        Map<Uid, Mark> marks = new TreeMap<>();
        List<Command> commands = new ArrayList<>();
        sets.forEach(set -> commands.add(Command.of("UID FETCH " + set + " " + ITEMS)));
        int fetches = commands.size();
        commands.addAll(more);
        List<Answer> tagged = connection.exchange(commands, answer -> {
            mark(answer, marks);
            told.accept(answer);
        });
        tagged.subList(0, fetches).forEach(ImapConnection::checkOk);
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
    Map<Uid, Uid> find(ImapConnection connection, MailboxName target, Set<Uid> copied) {
        try {
            return match(copied, arrived(connection, target));
        } catch (MailFailure e) {
            // The messages are where they should be; which of them these are is not known.
            return Map.of();
        }
    }

    /**
     * Like {@link #find}, where only some of them may have been copied: messages that nothing tells apart are taken in this order.
     *
     * @throws MailFailure where that cannot be found out
     */
    Map<Uid, Uid> findSome(ImapConnection connection, MailboxName target, List<Uid> perhaps) {
        if (firstNew == 0) {
            throw new MailFailure.Network(MailFailure.Network.Kind.BROKEN, "nothing tells what was done", null);
        }
        Map<Mark, Deque<Uid>> after = new HashMap<>();
        arrived(connection, target)
                .forEach((uid, mark) ->
                        after.computeIfAbsent(mark, none -> new ArrayDeque<>()).add(uid));
        Map<Uid, Uid> found = new HashMap<>();
        for (Uid uid : perhaps) {
            Deque<Uid> candidates = after.get(originals.get(uid));
            if (candidates != null && !candidates.isEmpty()) {
                found.put(uid, candidates.remove());
            }
        }
        return found;
    }

    /** Returns what has arrived in the other mailbox since. */
    private Map<Uid, Mark> arrived(ImapConnection connection, MailboxName target) {
        if (firstNew == 0) {
            return Map.of();
        }
        connection.select(target);
        boolean same = connection.selected().uidValidity().equals(uidValidity);
        Map<Uid, Mark> arrived =
                new TreeMap<>(same ? marks(connection, List.of(firstNew + ":*"), List.of(), answer -> {}) : Map.of());
        arrived.keySet().removeIf(uid -> uid.value() < firstNew);
        connection.select(source);
        return arrived;
    }

    private Map<Uid, Uid> match(Set<Uid> copied, Map<Uid, Mark> arrived) {
        Map<Mark, List<Uid>> before = byMark(originals, copied);
        Map<Mark, List<Uid>> after = byMark(arrived, arrived.keySet());
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
