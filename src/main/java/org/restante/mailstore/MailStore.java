package org.restante.mailstore;

import java.io.IOException;
import java.util.List;

/** All mail of one account, wherever it lies. Every operation works for every account. All methods throw {@link MailFailure}. */
public interface MailStore extends MailboxAdministration, MessageAppending {

    /**
     * Proves the credential to the mail server.
     *
     * @throws MailFailure.Authentication where the server does not accept it
     */
    void authenticate();

    /** Returns the account's mailboxes with their counts, in the server's order; the hierarchy's levels come before what is in them. */
    List<Mailbox> mailboxes();

    /**
     * Does a unit of work on a mailbox, over a connection lent for that long.
     *
     * @throws MailFailure.Gone where there is no such mailbox
     * @throws IOException what the work itself threw, such as at writing the answer to the browser
     */
    <T> T open(MailboxName mailbox, OpenMode mode, MailboxWork<T> work) throws IOException;

    /** Ends what is kept open for the account, such as at signing out. */
    void close();
}
