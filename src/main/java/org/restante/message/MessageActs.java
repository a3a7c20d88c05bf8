package org.restante.message;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.restante.account.SignedIn;
import org.restante.mailstore.Flag;
import org.restante.mailstore.MailFailure.Refused;
import org.restante.mailstore.MailStore;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.Marked;
import org.restante.mailstore.MessageRef;
import org.restante.mailstore.Moved;
import org.restante.message.undo.UndoActs;
import org.restante.message.undo.UndoStep;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Does to messages what people ask for, and remembers how to take it back. */
@Component
class MessageActs {

    private final UndoActs undo;

    MessageActs(UndoActs undo) {
        this.undo = undo;
    }

    /**
     * Sets a flag, or takes it.
     *
     * @param person who may take it back; null: nobody would
     */
    Outcome mark(
            String done,
            SelectedMessages messages,
            Flag flag,
            boolean sets,
            MailStore mailStore,
            @Nullable SignedIn person)
            throws IOException {
        Marked marked = messages.change(
                mailStore,
                Marked.NONE,
                mailbox -> sets
                        ? mailbox.addFlags(messages.refs(), Set.of(flag))
                        : mailbox.removeFlags(messages.refs(), Set.of(flag)));
        List<UndoStep> steps = marked.changed().isEmpty()
                ? List.of()
                : List.of(
                        sets
                                ? new UndoStep.Remove(UndoStep.setOf(marked.changed()), flag)
                                : new UndoStep.Add(UndoStep.setOf(marked.changed()), flag));
        return Outcome.of(done, messages.refs().size(), marked.there())
                .withUndo(undo.keep(person, messages.folder(), steps));
    }

    /** Moves messages to another folder. */
    Outcome move(SelectedMessages messages, MailboxName to, MailStore mailStore, SignedIn person) throws IOException {
        return move(messages, to, List.of(), mailStore, person);
    }

    /** Moves messages to where a spam filter learns, or from there, and tells it by keywords too. */
    Outcome moveAs(boolean junk, SelectedMessages messages, MailboxName to, MailStore mailStore, SignedIn person)
            throws IOException {
        return move(
                messages,
                to,
                List.of(new Change(Flag.JUNK, junk), new Change(Flag.NOT_JUNK, !junk)),
                mailStore,
                person);
    }

    private record Change(Flag flag, boolean sets) {}

    private Outcome move(
            SelectedMessages messages, MailboxName to, List<Change> changes, MailStore mailStore, SignedIn person)
            throws IOException {
        checkElsewhere(messages, to);
        Moved moved = messages.change(mailStore, Moved.NONE, mailbox -> mailbox.move(messages.refs(), to));
        List<UndoStep> steps = new ArrayList<>();
        List<MessageRef> traced = moved.traced();
        if (!traced.isEmpty()) {
            for (Change change : changes) {
                steps.addAll(mark(traced, change, mailStore));
            }
            steps.add(new UndoStep.Move(UndoStep.setOf(traced), messages.folder()));
        }
        return outcome("moved", messages, moved, to, undo.keep(person, messages.folder(), steps));
    }

    /** Marks what has been moved; a server that keeps no keywords does without. */
    private static List<UndoStep> mark(List<MessageRef> refs, Change change, MailStore mailStore) throws IOException {
        try {
            MailboxName there = refs.get(0).mailbox();
            Marked marked = new SelectedMessages(there, refs)
                    .change(
                            mailStore,
                            Marked.NONE,
                            mailbox -> change.sets
                                    ? mailbox.addFlags(refs, Set.of(change.flag))
                                    : mailbox.removeFlags(refs, Set.of(change.flag)));
            if (marked.changed().isEmpty()) {
                return List.of();
            }
            var changed = UndoStep.setOf(marked.changed());
            return List.of(
                    change.sets ? new UndoStep.Remove(changed, change.flag) : new UndoStep.Add(changed, change.flag));
        } catch (Refused e) {
            return List.of();
        }
    }

    /** Copies messages to another folder. */
    Outcome copy(SelectedMessages messages, MailboxName to, MailStore mailStore, SignedIn person) throws IOException {
        checkElsewhere(messages, to);
        Moved copied = messages.change(mailStore, Moved.NONE, mailbox -> mailbox.copy(messages.refs(), to));
        List<UndoStep> steps =
                copied.traced().isEmpty() ? List.of() : List.of(new UndoStep.Erase(UndoStep.setOf(copied.traced())));
        return outcome("copied", messages, copied, to, undo.keep(person, messages.folder(), steps));
    }

    private static Outcome outcome(
            String done, SelectedMessages messages, Moved moved, MailboxName to, @Nullable String undo) {
        int gone = messages.refs().size() - moved.done() - moved.left();
        return new Outcome(done, moved.done(), gone, moved.left(), to, undo);
    }

    private static void checkElsewhere(SelectedMessages messages, MailboxName to) {
        if (to.equals(messages.folder())) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "the messages are there already");
        }
    }

    /** Removes messages for good. */
    static int destroy(SelectedMessages messages, MailStore mailStore) throws IOException {
        return messages.change(mailStore, 0, mailbox -> {
            mailbox.addFlags(messages.refs(), Set.of(Flag.DELETED));
            return mailbox.purge(messages.refs());
        });
    }
}
