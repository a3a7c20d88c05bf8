package org.restante.mailstore;

import java.util.List;

/** Moves and copies messages from one open mailbox to others of the account. All methods throw {@link MailFailure}. */
public interface MessageMoving {

    /**
     * Moves messages, which keep their flags (RFC 6851); messages that are no longer there are passed over. What another client marked as
     * deleted stays as it is.
     *
     * @param refs of this mailbox, all of one UIDVALIDITY
     * @throws MailFailure.Gone where the UIDVALIDITY has changed, or there is no such target; then nothing was touched
     */
    Moved move(List<MessageRef> refs, MailboxName target);

    /** Copies messages (RFC 9051 §6.4.7); otherwise like {@link #move}. */
    Moved copy(List<MessageRef> refs, MailboxName target);
}
