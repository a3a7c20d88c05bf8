package org.restante.message;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.MessageSet;
import org.restante.message.undo.UndoStep;

/**
 * What is being done to many messages, some at a time.
 *
 * @param folder where they are
 * @param waiting those that it was not done to yet
 * @param asked how many they were at the beginning
 * @param done how many it was done to
 * @param gone how many were no longer there
 * @param left how many are there, but the mail server did not do it
 * @param steps what takes back what was done
 */
record BulkAct(
        MailboxName folder,
        Act act,
        MessageSet waiting,
        int asked,
        int done,
        int gone,
        int left,
        List<UndoStep> steps) {

    static final int AT_ONCE = 1000;

    static BulkAct of(Act act, MailboxName folder, MessageSet messages) {
        return new BulkAct(folder, act, messages, messages.size(), 0, 0, 0, List.of());
    }

    /** Returns those that it is done to next. */
    SelectedMessages next() {
        MessageSet some = part(0, Math.min(AT_ONCE, waiting.size()));
        return new SelectedMessages(folder, some.refs());
    }

    private MessageSet part(int from, int to) {
        return new MessageSet(folder, waiting.uidValidity(), waiting.uids().subList(from, to));
    }

    /** Returns it as it is after {@link #next()} with what came of them. */
    BulkAct after(Act.Result result) {
        int some = Math.min(AT_ONCE, waiting.size());
        List<UndoStep> all = new ArrayList<>(steps);
        all.addAll(result.steps());
        return new BulkAct(
                folder,
                act,
                part(some, waiting.size()),
                asked,
                done + result.done(),
                gone + some - result.done() - result.left(),
                left + result.left(),
                all);
    }

    boolean isOver() {
        return waiting.size() == 0;
    }

    /** Returns what the list says of it, whether it is over or was stopped. */
    Outcome outcome(@Nullable String undo) {
        return new Outcome(act.done(), done, gone, left, waiting.size(), act.to(), undo, null);
    }
}
