package org.restante.mailstore;

import java.time.Instant;
import java.util.Optional;

/**
 * How it stands with an account that is read over POP3.
 *
 * @param mayRemove whether the operator lets messages be removed from the server as soon as they lie here
 * @param lastRead when the maildrop was looked at last; empty: never
 * @param onServer how many messages lie on the server, as far as is known
 * @param hereAlone how many lie here and on the server no more
 * @param quota how much room there is for what lies here alone; empty: no limit
 */
public record MaildropState(
        MaildropPolicy policy,
        boolean mayRemove,
        Optional<Instant> lastRead,
        long onServer,
        long hereAlone,
        Optional<Quota> quota) {}
