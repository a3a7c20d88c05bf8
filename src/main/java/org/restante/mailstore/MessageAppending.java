package org.restante.mailstore;

import java.io.IOException;
import java.util.List;

/** Adds messages of our own to an account's mailboxes, and finds them again. All methods throw {@link MailFailure}. */
public interface MessageAppending {

    /** Returns the account's mailbox for drafts, sent mail and the like; makes it where there is none. */
    MailboxName mailboxFor(MailboxRole role);

    /**
     * Returns the messages of a mailbox that have this Message-ID (RFC 5322 §3.6.4).
     *
     * @param messageId with its angle brackets
     */
    List<MessageRef> find(MailboxName mailbox, String messageId);

    /**
     * Adds a message; never tried twice.
     *
     * @throws MailFailure.Network where it may or may not be there now: {@link #find} tells
     * @throws IOException where the message cannot be read to its end; then it was not added
     */
    void append(MailboxName mailbox, NewMessage message) throws IOException;

    /**
     * Removes messages for good, and no others; those that are no longer there are passed over.
     *
     * @param refs of one mailbox
     */
    void discard(List<MessageRef> refs);
}
