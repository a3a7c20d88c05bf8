package org.restante.mailstore.imap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.MessageRef;
import org.restante.mailstore.Moved;
import org.restante.mailstore.Uid;
import org.restante.mailstore.UidValidity;

/**
 * Moves and copies messages from the selected mailbox to another one: by MOVE (RFC 6851), else by COPY, after which what was copied is
 * marked and expunged.
 */
final class Moving {

    private final ImapConnection connection;
    private final MailboxName target;
    private final Set<Uid> there = new HashSet<>();
    private final Set<Uid> done = new HashSet<>();
    private final CopiedUids copied = new CopiedUids();
    private byte[] targetsName;

    /**
     * @throws IllegalArgumentException where the target is the selected mailbox itself
     */
    Moving(ImapConnection connection, MailboxName target) {
        if (connection.hasSelected(target)) {
            throw new IllegalArgumentException("the messages are there already");
        }
        this.connection = connection;
        this.target = target;
        targetsName = connection.delimiterFor(target).encode(target).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    Moved copy(List<MessageRef> refs) {
        return relocate(refs, "UID COPY", false);
    }

    Moved move(List<MessageRef> refs) {
        return connection.has("MOVE") ? relocate(refs, "UID MOVE", false) : relocate(refs, "UID COPY", true);
    }

    private Moved relocate(List<MessageRef> refs, String how, boolean removes) {
        List<Uid> uids = refs.stream().map(MessageRef::uid).distinct().toList();
        Optional<Tracing> tracing =
                connection.has("UIDPLUS") ? Optional.empty() : Optional.of(new Tracing(connection, uids, targetsName));
        for (String set : UidSets.of(uids)) {
            List<Uid> some = say(how, set);
            if (removes && !some.isEmpty()) {
                remove(some);
            }
        }
        return new Moved(done.size(), there.size() - done.size(), arrived(refs, tracing));
    }

    /**
     * Says one command; returns the messages that it was done to. Where it is refused after others were done, what was done counts.
     */
    private List<Uid> say(String how, String set) {
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
        if (!answer.is("OK") && done.isEmpty() && isWrittenElse()) {
            return say(how, set);
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
    private boolean isWrittenElse() {
        byte[] ours = targetsName;
        connection.find(target).ifPresent(listed -> targetsName = listed.raw());
        return !java.util.Arrays.equals(ours, targetsName);
    }

    private void remove(List<Uid> uids) {
        List<Command> marking = new ArrayList<>();
        UidSets.of(uids).forEach(set -> marking.add(Command.of("UID STORE " + set + " +FLAGS.SILENT (\\Deleted)")));
        connection.exchange(marking, untagged -> {}).forEach(ImapConnection::checkOk);
        new Purging(connection).expunge(uids);
    }

    private Map<MessageRef, MessageRef> arrived(List<MessageRef> refs, Optional<Tracing> tracing) {
        Map<Uid, Uid> found = new HashMap<>(copied.arrived());
        UidValidity uidValidity = copied.uidValidity();
        if (found.isEmpty() && tracing.isPresent() && !done.isEmpty()) {
            found.putAll(tracing.get().find(target, done));
            uidValidity = tracing.get().uidValidity();
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
