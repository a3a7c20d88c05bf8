package org.restante.mailstore;

import java.util.Optional;
import java.util.Set;

/**
 * Makes, renames and removes the mailboxes of an account. All methods throw {@link MailFailure}; what is wrong with a name is a
 * {@link MailFailure.Refused} of kind {@code NAME} or {@code NAME_TAKEN}.
 */
public interface MailboxAdministration {

    /** Makes a mailbox, and the levels above it where they are missing. */
    void create(MailboxName name);

    /**
     * Gives a mailbox and all below it another name, which may lie elsewhere in the tree; INBOX cannot be renamed.
     *
     * @throws MailFailure.Gone where there is none of that name
     */
    void rename(MailboxName name, MailboxName to);

    /**
     * Removes a mailbox with all its messages for good, and all mailboxes below it; INBOX cannot be removed.
     *
     * @throws MailFailure.Gone where there is none of that name
     */
    void delete(MailboxName name);

    /** Says what a mailbox is for, which another that had this role then is not; or that it is for nothing special. */
    void assign(MailboxName name, Optional<MailboxRole> role);

    /** Returns the mailboxes that mail programs are to show (RFC 9051 §6.3.7); empty where the store knows no subscriptions. */
    Optional<Set<MailboxName>> subscribed();

    /** Says whether mail programs are to show a mailbox; does nothing where the store knows no subscriptions. */
    void subscribe(MailboxName name, boolean subscribed);

    /** Returns how much room the account's mail takes; empty where that is not bounded, or not said. */
    Optional<Quota> quota();
}
