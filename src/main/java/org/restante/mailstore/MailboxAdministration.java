package org.restante.mailstore;

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
}
