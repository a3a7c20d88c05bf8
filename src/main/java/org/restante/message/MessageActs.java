package org.restante.message;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.restante.account.SignedIn;
import org.restante.mailstore.Flag;
import org.restante.mailstore.MailStore;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.MessageSet;
import org.restante.message.undo.UndoActs;
import org.restante.message.undo.UndoStep;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Does to messages what people ask for, and remembers how to take it back. Where they are many, the page goes on with it. */
@Component
class MessageActs {

    private final UndoActs undo;
    private final BulkActs bulk;

    MessageActs(UndoActs undo, BulkActs bulk) {
        this.undo = undo;
        this.bulk = bulk;
    }

    /**
     * Does something to messages.
     *
     * @param person who may take it back; null: nobody would
     */
    Outcome perform(Act act, SelectedMessages messages, MailStore mailStore, @Nullable SignedIn person)
            throws IOException {
        if (messages.folder().equals(act.to())) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "the messages are there already");
        }
        if (messages.refs().size() > BulkAct.AT_ONCE && person != null) {
            MessageSet all = UndoStep.setOf(messages.refs());
            String id = bulk.begin(BulkAct.of(act, messages.folder(), all), person);
            return new Outcome(act.done(), 0, 0, 0, 0, act.to(), null, id);
        }
        Act.Result result = act.perform(messages, mailStore);
        int gone = messages.refs().size() - result.done() - result.left();
        String back = undo.keep(person, messages.folder(), result.steps());
        return new Outcome(act.done(), result.done(), gone, result.left(), 0, act.to(), back, null);
    }

    /** Sets a flag, or takes it. */
    Outcome mark(
            String done,
            SelectedMessages messages,
            Flag flag,
            boolean sets,
            MailStore mailStore,
            @Nullable SignedIn person)
            throws IOException {
        return perform(new Act.Mark(done, flag, sets), messages, mailStore, person);
    }

    /** Moves messages to another folder. */
    Outcome move(SelectedMessages messages, MailboxName to, MailStore mailStore, SignedIn person) throws IOException {
        return perform(new Act.Move(to, List.of()), messages, mailStore, person);
    }

    /** Moves messages to where a spam filter learns, or from there, and tells it by keywords too. */
    Outcome moveAs(boolean junk, SelectedMessages messages, MailboxName to, MailStore mailStore, SignedIn person)
            throws IOException {
        var tells = List.of(new Act.Mark("flag", Flag.JUNK, junk), new Act.Mark("flag", Flag.NOT_JUNK, !junk));
        return perform(new Act.Move(to, tells), messages, mailStore, person);
    }

    /** Copies messages to another folder. */
    Outcome copy(SelectedMessages messages, MailboxName to, MailStore mailStore, SignedIn person) throws IOException {
        return perform(new Act.Copy(to), messages, mailStore, person);
    }

    /**
     * Does the next part of what is being done to many messages.
     *
     * @return how far it is then
     */
    BulkAct goOn(String id, BulkAct act, MailStore mailStore) throws IOException {
        BulkAct after = act.after(act.act().perform(act.next(), mailStore));
        bulk.advance(id, after);
        return after;
    }

    /** Ends what is being done to many messages, whether it is over or not; returns what was done. */
    Outcome end(String id, BulkAct act, SignedIn person) {
        return act.outcome(bulk.end(id, person) ? undo.keep(person, act.folder(), act.steps()) : null);
    }
}
