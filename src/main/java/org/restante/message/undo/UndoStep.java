package org.restante.message.undo;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.restante.mailstore.Flag;
import org.restante.mailstore.MailStore;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.MessageRef;
import org.restante.mailstore.MessageSet;
import org.restante.mailstore.OpenMode;
import org.restante.mailstore.Uid;

/** The inverse of something that was done to messages; it concerns only those that it changed. */
public sealed interface UndoStep {

    /** Returns the messages, as they are called since. */
    MessageSet messages();

    /** Does it; returns how many messages were still there. */
    int perform(MailStore store) throws IOException;

    /** Returns the same with other messages. */
    UndoStep with(MessageSet messages);

    /** Returns whether it takes messages elsewhere; else it changes what is said of them. */
    default boolean relocates() {
        return this instanceof Move || this instanceof Erase;
    }

    /** Returns a line that {@link #read} understands. */
    String line();

    /** Moves messages back. */
    record Move(MessageSet messages, MailboxName to) implements UndoStep {

        @Override
        public int perform(MailStore store) throws IOException {
            return store.open(messages.mailbox(), OpenMode.WRITE, mailbox -> mailbox.move(messages.refs(), to))
                    .done();
        }

        @Override
        public UndoStep with(MessageSet messages) {
            return new Move(messages, to);
        }

        @Override
        public String line() {
            return "move " + words(messages) + " " + to.toAddress();
        }
    }

    /** Sets a flag again that was taken. */
    record Add(MessageSet messages, Flag flag) implements UndoStep {

        @Override
        public int perform(MailStore store) throws IOException {
            return store.open(
                            messages.mailbox(),
                            OpenMode.WRITE,
                            mailbox -> mailbox.addFlags(messages.refs(), Set.of(flag)))
                    .there();
        }

        @Override
        public UndoStep with(MessageSet messages) {
            return new Add(messages, flag);
        }

        @Override
        public String line() {
            return "add " + words(messages) + " " + flag;
        }
    }

    /** Takes a flag again that was set. */
    record Remove(MessageSet messages, Flag flag) implements UndoStep {

        @Override
        public int perform(MailStore store) throws IOException {
            return store.open(
                            messages.mailbox(),
                            OpenMode.WRITE,
                            mailbox -> mailbox.removeFlags(messages.refs(), Set.of(flag)))
                    .there();
        }

        @Override
        public UndoStep with(MessageSet messages) {
            return new Remove(messages, flag);
        }

        @Override
        public String line() {
            return "remove " + words(messages) + " " + flag;
        }
    }

    /** Removes copies that were made. */
    record Erase(MessageSet messages) implements UndoStep {

        @Override
        public int perform(MailStore store) throws IOException {
            return store.open(messages.mailbox(), OpenMode.WRITE, mailbox -> {
                mailbox.addFlags(messages.refs(), Set.of(Flag.DELETED));
                return mailbox.purge(messages.refs());
            });
        }

        @Override
        public UndoStep with(MessageSet messages) {
            return new Erase(messages);
        }

        @Override
        public String line() {
            return "erase " + words(messages);
        }
    }

    private static String words(MessageSet messages) {
        return messages.mailbox().toAddress() + " " + messages.key();
    }

    /** Returns the set of messages that are all of one mailbox and UIDVALIDITY; there must be one at least. */
    static MessageSet setOf(List<MessageRef> refs) {
        return new MessageSet(
                refs.get(0).mailbox(),
                refs.get(0).uidValidity(),
                refs.stream().map(MessageRef::uid).toList());
    }

    /** Returns it in parts of so many messages at most. */
    default List<UndoStep> parts(int most) {
        List<UndoStep> parts = new ArrayList<>();
        MessageSet all = messages();
        for (int at = 0; at < all.size(); at += most) {
            List<Uid> some = all.uids().subList(at, Math.min(at + most, all.size()));
            parts.add(with(new MessageSet(all.mailbox(), all.uidValidity(), some)));
        }
        return parts;
    }

    /** Reads what {@link #line()} wrote. */
    static UndoStep read(String line) {
        String[] words = line.split(" ");
        MessageSet messages = MessageSet.of(MailboxName.fromAddress(words[1]), words[2]);
        return switch (words[0]) {
            case "move" -> new Move(messages, MailboxName.fromAddress(words[3]));
            case "add" -> new Add(messages, new Flag(words[3]));
            case "remove" -> new Remove(messages, new Flag(words[3]));
            case "erase" -> new Erase(messages);
            default -> throw new IllegalArgumentException("not a step");
        };
    }
}
