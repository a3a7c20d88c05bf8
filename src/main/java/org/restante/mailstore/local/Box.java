package org.restante.mailstore.local;

import org.restante.mailstore.MailboxName;
import org.restante.mailstore.UidValidity;

/**
 * A mailbox's row.
 *
 * @param id the row's
 */
record Box(long id, MailboxName name, UidValidity uidValidity) {}
