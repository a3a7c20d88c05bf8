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
        List<OutboxRecipient> recipients) {

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
