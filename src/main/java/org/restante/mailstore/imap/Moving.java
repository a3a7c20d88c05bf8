package org.restante.mailstore.imap;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.MessageRef;
import org.restante.mailstore.Moved;
import org.restante.mailstore.Uid;
import org.restante.mailstore.UidValidity;

/**
 * Moves and copies messages from the selected mailbox to another one: by MOVE (RFC 6851), else by COPY, after which what was copied is
 * marked and expunged. Where the connection breaks, another one looks at what has been done, and goes on from there: no message is lost, and
 * none is there twice.
 */
final class Moving {

    private final MailboxName target;
    private final List<MessageRef> refs;
    private final boolean moves;
    private final Set<Uid> there = new HashSet<>();
    private final Set<Uid> done = new HashSet<>();
    private final CopiedUids copied = new CopiedUids();
    private final Map<Uid, Uid> traced = new HashMap<>();
    private final Purging purging = new Purging();
    private byte[] targetsName = new byte[0];

    @Nullable
    private Tracing tracing;

    /** Copies messages, or moves them. */
    Moving(List<MessageRef> refs, MailboxName target, boolean moves) {
        this.refs = refs;
        this.target = target;
        this.moves = moves;
    }

    /**
     * Does it; to be said again over another connection where this one breaks.
     *
     * @throws IllegalArgumentException where the target is the selected mailbox itself
     */
    Moved relocate(ImapConnection connection) {
        if (connection.hasSelected(target)) {
            throw new IllegalArgumentException("the messages are there already");
        }
        Set<Uid> waiting = new LinkedHashSet<>();
        refs.forEach(ref -> waiting.add(ref.uid()));
        if (tracing == null) {
            targetsName = connection.delimiterFor(target).encode(target).getBytes(StandardCharsets.UTF_8);
            tracing = Tracing.of(connection, waiting, targetsName);
        } else {
            reconcile(connection, waiting);
        }
        boolean removes = moves && !connection.has("MOVE");
        for (String set : UidSets.of(waiting)) {
            List<Uid> some = say(connection, moves && !removes ? "UID MOVE" : "UID COPY", set);
            if (removes && !some.isEmpty()) {
                remove(connection, some);
            }
        }
        return new Moved(done.size(), there.size() - done.size(), arrived(connection));
    }

    /** Finds out what an earlier connection has done, finishes that, and takes it off what waits. */
    private void reconcile(ImapConnection connection, Set<Uid> waiting) {
        Set<Uid> original = new LinkedHashSet<>(waiting);
        original.retainAll(tracing.originals());
        Set<Uid> still = new HashSet<>(new UidSearch(connection).among(original, "ALL"));
        List<Uid> missingFirst = new ArrayList<>(original);
        missingFirst.removeAll(still);
        int missing = missingFirst.size();
        original.stream().filter(still::contains).sorted().forEach(missingFirst::add);
        traced.putAll(tracing.findSome(connection, target, missingFirst));
        there.addAll(original);
        done.addAll(traced.keySet());
        if (moves) {
            done.addAll(missingFirst.subList(0, missing));
            List<Uid> twice = traced.keySet().stream().filter(still::contains).toList();
            remove(connection, twice);
        }
        waiting.removeAll(done);
    }

    /**
     * Says one command; returns the messages that it was done to. Where it is refused after others were done, what was done counts.
     */
    private List<Uid> say(ImapConnection connection, String how, String set) {
        Set<Uid> asked = new HashSet<>();
        List<Answer> tagged = connection.exchange(
                List.of(
                        Command.of("UID FETCH %s (UID)".formatted(set)),
                        Command.of(how + " " + set).octets(targetsName)),
                answer -> {
                    asked.addAll(Fetched.uids(answer));
                    copied.take(answer);
                });
        Answer answer = tagged.get(1);
        asked.retainAll(Set.copyOf(UidSets.read(set)));
        if (!answer.is("OK") && done.isEmpty() && isWrittenElse(connection)) {
            return say(connection, how, set);
        }
        copied.take(answer);
        there.addAll(asked);
        if (!answer.is("OK")) {
            asked.retainAll(copied.arrived().keySet());
        }
        done.addAll(asked);
        if (done.isEmpty() && !there.isEmpty()) {
            ImapConnection.checkOk(answer);
        }
        return List.copyOf(asked);
    }

    /** The target's name in the list may be written unlike we write it. */
    private boolean isWrittenElse(ImapConnection connection) {
        byte[] ours = targetsName;
        connection.find(target).ifPresent(listed -> targetsName = listed.raw());
        return !Arrays.equals(ours, targetsName);
    }

    private void remove(ImapConnection connection, List<Uid> uids) {
        List<Command> marking = new ArrayList<>();
        UidSets.of(uids).forEach(set -> marking.add(Command.of("UID STORE " + set + " +FLAGS.SILENT (\\Deleted)")));
        if (!marking.isEmpty()) {
            connection.exchange(marking, untagged -> {}).forEach(ImapConnection::checkOk);
        }
        purging.expunge(connection, uids);
    }

    private Map<MessageRef, MessageRef> arrived(ImapConnection connection) {
        Map<Uid, Uid> found = new HashMap<>(traced);
        found.putAll(copied.arrived());
        UidValidity uidValidity = copied.arrived().isEmpty() ? tracing.uidValidity() : copied.uidValidity();
        if (found.isEmpty() && !done.isEmpty()) {
            found.putAll(tracing.find(connection, target, done));
        }
        Map<MessageRef, MessageRef> arrived = new HashMap<>();
        for (MessageRef ref : refs) {
            if (done.contains(ref.uid()) && found.containsKey(ref.uid())) {
                arrived.put(ref, new MessageRef(target, uidValidity, found.get(ref.uid())));
            }
        }
        return arrived;
    }
}
