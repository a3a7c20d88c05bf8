package org.restante.message;

import java.io.IOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.restante.mailstore.Flag;
import org.restante.mailstore.MailFailure.Refused;
import org.restante.mailstore.MailStore;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.Marked;
import org.restante.mailstore.MessageRef;
import org.restante.mailstore.Moved;
import org.restante.mailstore.OpenMode;
import org.restante.mailstore.PageRequest;
import org.restante.message.undo.UndoStep;

/** Something that can be done to messages, and that a row can hold while it is being done to many. */
sealed interface Act {

    /** Returns what the list says then: the name of a text {@code message.done.…}. */
    String done();

    /** Returns where the messages go; null where they stay. */
    @Nullable
    default MailboxName to() {
        return null;
    }

    /** Does it to some messages, over one connection. */
    Result perform(SelectedMessages messages, MailStore mailStore) throws IOException;

    /** Returns a line that {@link #read} understands. */
    String line();

    /**
     * What came of it.
     *
     * @param done how many messages it was done to
     * @param left how many are there, but the mail server did not do it
     * @param steps what takes it back; none where nothing can
     */
    record Result(int done, int left, List<UndoStep> steps) {

        Result and(Result other) {
            List<UndoStep> all = new ArrayList<>(steps);
            all.addAll(other.steps);
            return new Result(done + other.done, left + other.left, all);
        }
    }

    /**
     * Sets a flag, or takes it.
     *
     * @param done see {@link #done()}
     */
    record Mark(String done, Flag flag, boolean sets) implements Act {

        @Override
        public Result perform(SelectedMessages messages, MailStore mailStore) throws IOException {
            Marked marked = messages.change(
                    mailStore,
                    Marked.NONE,
                    mailbox -> sets
                            ? mailbox.addFlags(messages.refs(), Set.of(flag))
                            : mailbox.removeFlags(messages.refs(), Set.of(flag)));
            return new Result(marked.there(), 0, back(marked));
        }

        List<UndoStep> back(Marked marked) {
            if (marked.changed().isEmpty()) {
                return List.of();
            }
            var changed = UndoStep.setOf(marked.changed());
            return List.of(sets ? new UndoStep.Remove(changed, flag) : new UndoStep.Add(changed, flag));
        }

        @Override
        public String line() {
            return "mark " + done + " " + flag + " " + sets;
        }
    }

    /**
     * Moves messages to another folder.
     *
     * @param tells what else is said of them there, such as to a spam filter that learns
     */
    record Move(MailboxName to, List<Mark> tells) implements Act {

        @Override
        public String done() {
            return "moved";
        }

        @Override
        public Result perform(SelectedMessages messages, MailStore mailStore) throws IOException {
            Moved moved = messages.change(mailStore, Moved.NONE, mailbox -> mailbox.move(messages.refs(), to));
            List<UndoStep> steps = new ArrayList<>();
            List<MessageRef> traced = moved.traced();
            if (!traced.isEmpty()) {
                for (Mark tell : tells) {
                    steps.addAll(tell(traced, tell, mailStore));
                }
                steps.add(new UndoStep.Move(UndoStep.setOf(traced), messages.folder()));
            }
            return new Result(moved.done(), moved.left(), steps);
        }

        /** A server that keeps no keywords does without. */
        private List<UndoStep> tell(List<MessageRef> refs, Mark tell, MailStore mailStore) throws IOException {
            try {
                return tell.perform(new SelectedMessages(to, refs), mailStore).steps();
            } catch (Refused e) {
                return List.of();
            }
        }

        @Override
        public String line() {
            var line = new StringBuilder("move ").append(to.toAddress());
            tells.forEach(tell -> line.append(' ').append(tell.line()));
            return line.toString();
        }
    }

    /** Moves each message to the folder of its year, below another one; makes those that are missing. */
    record Archive(MailboxName to) implements Act {

        private static final int MOST_ROWS = 500;

        @Override
        public String done() {
            return "moved";
        }

        @Override
        public Result perform(SelectedMessages messages, MailStore mailStore) throws IOException {
            Result all = new Result(0, 0, List.of());
            for (var year : years(messages, mailStore).entrySet()) {
                MailboxName folder = to.child(year.getKey().toString());
                if (folder.equals(messages.folder())) {
                    all = all.and(new Result(year.getValue().size(), 0, List.of()));
                    continue;
                }
                ensure(folder, mailStore);
                var some = new SelectedMessages(messages.folder(), year.getValue());
                all = all.and(new Move(folder, List.of()).perform(some, mailStore));
            }
            return all;
        }

        private static Map<Integer, List<MessageRef>> years(SelectedMessages messages, MailStore mailStore)
                throws IOException {
            Map<Integer, List<MessageRef>> years = new TreeMap<>();
            for (int at = 0; at < messages.refs().size(); at += MOST_ROWS) {
                List<MessageRef> some = messages.refs()
                        .subList(at, Math.min(at + MOST_ROWS, messages.refs().size()));
                mailStore
                        .open(
                                messages.folder(),
                                OpenMode.READ,
                                mailbox -> mailbox.view(UndoStep.setOf(some), new PageRequest.Numbered(1, MOST_ROWS)))
                        .page()
                        .rows()
                        .forEach(row -> years.computeIfAbsent(
                                        row.received().atZone(ZoneOffset.UTC).getYear(), year -> new ArrayList<>())
                                .add(row.ref()));
            }
            return years;
        }

        private static void ensure(MailboxName folder, MailStore mailStore) {
            try {
                mailStore.create(folder);
            } catch (Refused e) {
                if (e.kind() != Refused.Kind.NAME_TAKEN) {
                    throw e;
                }
            }
        }

        @Override
        public String line() {
            return "archive " + to.toAddress();
        }
    }

    /** Copies messages to another folder. */
    record Copy(MailboxName to) implements Act {

        @Override
        public String done() {
            return "copied";
        }

        @Override
        public Result perform(SelectedMessages messages, MailStore mailStore) throws IOException {
            Moved copied = messages.change(mailStore, Moved.NONE, mailbox -> mailbox.copy(messages.refs(), to));
            List<MessageRef> traced = copied.traced();
            List<UndoStep> steps = traced.isEmpty() ? List.of() : List.of(new UndoStep.Erase(UndoStep.setOf(traced)));
            return new Result(copied.done(), copied.left(), steps);
        }

        @Override
        public String line() {
            return "copy " + to.toAddress();
        }
    }

    /**
     * Removes messages for good.
     *
     * @param marks whether also those that are not marked as deleted
     */
    record Destroy(boolean marks) implements Act {

        @Override
        public String done() {
            return "destroyed";
        }

        @Override
        public Result perform(SelectedMessages messages, MailStore mailStore) throws IOException {
            int destroyed = messages.change(mailStore, 0, mailbox -> {
                if (marks) {
                    mailbox.addFlags(messages.refs(), Set.of(Flag.DELETED));
                }
                return mailbox.purge(messages.refs());
            });
            return new Result(destroyed, 0, List.of());
        }

        @Override
        public String line() {
            return "destroy " + marks;
        }
    }

    /** Reads what {@link #line()} wrote. */
    static Act read(String line) {
        String[] words = line.split(" ");
        return switch (words[0]) {
            case "mark" -> mark(words, 0);
            case "move" -> {
                List<Mark> tells = new ArrayList<>();
                for (int at = 2; at < words.length; at += 4) {
                    tells.add(mark(words, at));
                }
                yield new Move(MailboxName.fromAddress(words[1]), tells);
            }
            case "archive" -> new Archive(MailboxName.fromAddress(words[1]));
            case "copy" -> new Copy(MailboxName.fromAddress(words[1]));
            case "destroy" -> new Destroy(Boolean.parseBoolean(words[1]));
            default -> throw new IllegalArgumentException("not an act");
        };
    }

    private static Mark mark(String[] words, int at) {
        return new Mark(words[at + 1], new Flag(words[at + 2]), Boolean.parseBoolean(words[at + 3]));
    }
}
