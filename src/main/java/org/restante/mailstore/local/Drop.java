package org.restante.mailstore.local;

import java.time.Duration;
import org.restante.mailstore.MaildropPolicy;

/**
 * A POP3 account's rows.
 *
 * @param id the maildrop's
 * @param inbox the mailbox that the maildrop fills
 * @param policy what becomes of the messages in it
 * @param pause how long its server wants between two looks
 */
record Drop(long id, Box inbox, MaildropPolicy policy, Duration pause) {}
