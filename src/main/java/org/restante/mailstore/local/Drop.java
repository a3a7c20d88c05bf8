package org.restante.mailstore.local;

/**
 * A POP3 account's rows.
 *
 * @param id the maildrop's
 * @param inbox the mailbox that the maildrop fills
 */
record Drop(long id, Box inbox) {}
