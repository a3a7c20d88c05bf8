package org.restante.mailstore.local;

import org.restante.mailstore.UidValidity;

/**
 * A POP3 account's rows.
 *
 * @param id the maildrop's
 * @param inbox the mailbox's that the maildrop fills
 */
record Drop(long id, long inbox, UidValidity uidValidity) {}
