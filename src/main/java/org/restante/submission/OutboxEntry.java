package org.restante.submission;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.restante.submission.OutboxRecipient.State;

/**
 * A message in the outbox.
 *
 * @param id the draft's
 * @param problem why it is not further, if anything is wrong
 * @param content where the message lies, while it is needed
 * @param nextAt when it goes on by itself; empty: not before the person says so
 * @param dueAt when it was to go out for the first time
 * @param choices what the person chose for it
 */
public record OutboxEntry(
        String id,
        long account,
        OutboxState state,
        Reason problem,
        String messageId,
        String sender,
        String subject,
        boolean international,
        Optional<Origin> origin,
        Optional<Long> content,
        long size,
        Optional<byte[]> sealedPassword,
        Optional<Instant> nextAt,
        int attempts,
        Instant submittedAt,
        Instant dueAt,
        Choices choices,
        List<OutboxRecipient> recipients) {

    /**
     * What a person chooses for one message.
     *
     * @param scheduled whether they chose when it goes out
     * @param receipts whether servers are to report that they delivered it (RFC 3461)
     * @param sentFolder the address of the mailbox for the copy; empty: the usual one
     */
    public record Choices(boolean scheduled, boolean receipts, String sentFolder) {}

    /** Returns the addresses of those the message is still to go to. */
    public List<String> pending() {
        return addresses(State.PENDING);
    }

    /** Returns the recipients that a server refused for good. */
    public List<OutboxRecipient> refused() {
        return recipients.stream()
                .filter(recipient -> recipient.state() == State.REFUSED)
                .toList();
    }

    /** Returns the recipients whom a server refused for now, and who are tried again. */
    public List<OutboxRecipient> delayed() {
        return recipients.stream()
                .filter(recipient -> recipient.state() == State.PENDING && recipient.reason() != Reason.NONE)
                .toList();
    }

    /** Returns whether it waits for the person to say that it is still to go. */
    public boolean isLate() {
        return state == OutboxState.WAITING && nextAt.isEmpty();
    }

    /** Returns the addresses of those in that state. */
    List<String> addresses(State state) {
        return recipients.stream()
                .filter(recipient -> recipient.state() == state)
                .map(OutboxRecipient::address)
                .toList();
    }

    /** Returns whether a server has taken the message for anybody. */
    public boolean isSentToSome() {
        return recipients.stream().anyMatch(recipient -> recipient.state() == State.SENT);
    }

    /** Returns nothing of the message. */
    @Override
    public String toString() {
        return "outbox " + id.substring(0, 8) + " " + state;
    }
}
