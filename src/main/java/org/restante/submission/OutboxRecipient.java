package org.restante.submission;

/**
 * Somebody a message in the outbox is for.
 *
 * @param blind whether the others do not see it
 */
public record OutboxRecipient(int number, String address, boolean blind, State state, Reason reason) {

    /** What became of the message for them. */
    public enum State {
        PENDING,
        SENT,
        REFUSED
    }
}
