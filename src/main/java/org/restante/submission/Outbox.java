package org.restante.submission;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.restante.account.ServerSeal;
import org.restante.account.SignedIn;
import org.restante.content.Contents;
import org.restante.submission.OutboxRecipient.State;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What people send, and what they can do about it. Each method looks at the person's own messages alone. */
@Component
public class Outbox {

    private static final int SHOWN = 100;
    private static final Duration DONE_SHOWN = Duration.ofDays(1);

    private final OutboxTable table;
    private final DraftTable drafts;
    private final Contents contents;
    private final ServerSeal seal;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    Outbox(
            OutboxTable table,
            DraftTable drafts,
            Contents contents,
            ServerSeal seal,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.table = table;
        this.drafts = drafts;
        this.contents = contents;
        this.seal = seal;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Returns the person's messages, the one sent last first. */
    public List<OutboxEntry> of(SignedIn person) {
        return table.of(person.account(), clock.instant().minus(DONE_SHOWN), SHOWN);
    }

    /** Returns the person's message with that id. */
    public Optional<OutboxEntry> find(SignedIn person, String id) {
        return table.find(id).filter(entry -> entry.account() == person.account());
    }

    /**
     * Takes a message back that no server has taken for anybody: by one update, which whoever sends it at the same moment either sees or
     * makes impossible. It is a draft again, under a new id, so that a form which was sent twice cannot send it after all.
     *
     * @return the draft's id; empty where it could not be taken back any more
     */
    public Optional<String> takeBack(SignedIn person, String id) {
        return find(person, id)
                .filter(entry -> entry.state() == OutboxState.WAITING || entry.state() == OutboxState.REFUSED)
                .flatMap(entry -> drafts.find(person.account(), id)
                        .flatMap(draft -> transaction.execute(status ->
                                table.cancel(entry) ? Optional.of(renewed(entry, draft)) : Optional.empty())));
    }

    /** Nobody has got it, so it keeps its Message-ID, by which its copy in the mailbox of drafts is found. */
    private String renewed(OutboxEntry entry, Draft draft) {
        long published = drafts.published(draft.id());
        String id = replaced(entry, draft, draft.messageId(), Drafts.newId(), draft.fields());
        drafts.markPublished(id, published < 0 ? published : 0);
        return id;
    }

    /** Puts a draft of that id into the place of the one that was sent off, and forgets what was written for the servers. */
    private String replaced(OutboxEntry entry, Draft draft, String messageId, String id, DraftFields fields) {
        drafts.insert(
                new Draft(id, draft.account(), 1, messageId, fields, draft.context(), List.of(), clock.instant()));
        drafts.moveAttachments(draft.id(), id);
        drafts.delete(draft.id());
        contents.delete(entry.content().stream().toList());
        return id;
    }

    /**
     * Lets a message go now that was to go later, or that was found long after its time.
     *
     * @return whether that was to be done
     */
    public boolean sendNow(SignedIn person, String id) {
        return find(person, id)
                .filter(entry -> entry.state() == OutboxState.WAITING)
                .filter(entry -> entry.isLate()
                        ? table.resume(entry, OutboxState.WAITING, seal.seal(person, Delivery.work(id)))
                        : table.hasten(entry))
                .isPresent();
    }

    /**
     * Makes a new draft of a message that may have been sent, or was refused for some: to be sent again to those who have not certainly
     * got it. The message itself is closed.
     *
     * @return the new draft's id; empty where there is nothing of the kind to do
     */
    public Optional<String> writeAgain(SignedIn person, String id) {
        return find(person, id)
                .filter(entry -> entry.state() == OutboxState.UNCERTAIN || entry.state() == OutboxState.DONE)
                .flatMap(entry -> drafts.find(person.account(), id)
                        .flatMap(draft -> transaction.execute(status -> writeAgain(entry, draft))));
    }

    private Optional<String> writeAgain(OutboxEntry entry, Draft draft) {
        if (!table.close(entry)) {
            return Optional.empty();
        }
        boolean nobodyHasIt = entry.state() == OutboxState.UNCERTAIN && !entry.isSentToSome();
        DraftFields fields = nobodyHasIt ? draft.fields() : toRefused(entry, draft.fields());
        String id = Drafts.newId();
        return Optional.of(replaced(entry, draft, Drafts.messageId(id, fields.sender()), id, fields));
    }

    private static DraftFields toRefused(OutboxEntry entry, DraftFields fields) {
        String refused = entry.recipients().stream()
                .filter(recipient -> recipient.state() != State.SENT)
                .map(OutboxRecipient::address)
                .collect(Collectors.joining(", "));
        return fields.to(refused);
    }

    /**
     * Says that a message did arrive: its copy is filed, and its draft removed.
     *
     * @return whether that was to be said
     */
    public boolean confirm(SignedIn person, String id) {
        boolean said = resume(person, id, OutboxState.UNCERTAIN);
        if (said) {
            find(person, id)
                    .ifPresent(entry -> table.mark(id, entry.addresses(State.PENDING), State.SENT, Reason.NONE));
        }
        return said;
    }

    /**
     * Tries once more to put the copy of a message that was sent into the folder of sent mail.
     *
     * @return whether that was to be done
     */
    public boolean file(SignedIn person, String id) {
        return resume(person, id, OutboxState.SENT);
    }

    private boolean resume(SignedIn person, String id, OutboxState from) {
        return find(person, id)
                .filter(entry -> entry.state() == from)
                .filter(entry -> table.resume(entry, OutboxState.SENT, seal.seal(person, Delivery.work(id))))
                .isPresent();
    }

    /** Removes a message that stands still and its draft: the person needs neither any more. */
    public void dismiss(SignedIn person, String id) {
        find(person, id)
                .ifPresent(entry -> transaction.executeWithoutResult(status -> {
                    if (table.close(entry)) {
                        List<Long> unneeded = drafts.find(person.account(), id).stream()
                                .flatMap(draft -> draft.attachments().stream())
                                .map(DraftAttachment::content)
                                .toList();
                        drafts.delete(id);
                        contents.delete(unneeded);
                        contents.delete(entry.content().stream().toList());
                    }
                }));
    }
}
