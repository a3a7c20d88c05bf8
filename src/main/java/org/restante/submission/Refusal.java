package org.restante.submission;

/**
 * That a server did not take a message, or not for one recipient.
 *
 * @param passing whether it may later
 */
public record Refusal(Reason reason, boolean passing) {}
