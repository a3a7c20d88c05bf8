package org.restante.mailstore;

/**
 * The tree and a page in an order.
 *
 * @param ordered how many of the newest messages these are, since the others were not put in order; 0: all are
 */
public record OrderedView(MailboxView view, long ordered) {}
