package org.restante.mailstore;

import java.io.IOException;

/** A unit of work on an open mailbox; what it took from the mailbox must not be used after it ends. */
@FunctionalInterface
public interface MailboxWork<T> {

    /** Does the work and returns its result; an {@link IOException} is that of another stream than the mail server's. */
    T with(OpenMailbox mailbox) throws IOException;
}
