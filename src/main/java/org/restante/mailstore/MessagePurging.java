package org.restante.mailstore;

import java.util.List;

/** Removes messages of one open mailbox for good. All methods throw {@link MailFailure}. */
public interface MessagePurging {

    /** Returns the messages as they are now that bear a flag. */
    MessageSet with(Flag flag);

    /** Returns the messages as they are now that lack a flag. */
    MessageSet without(Flag flag);

    /** Returns whether purging is sure to leave alone what another client marks meanwhile (RFC 4315 UIDPLUS). */
    boolean isExact();

    /** Returns all messages as they are now. */
    MessageSet all();

    /**
     * Expunges those of these messages that are marked as deleted (RFC 9051 §6.4.9), and no others, whoever marked them.
     *
     * @param refs of this mailbox, all of one UIDVALIDITY
     * @return how many that were
     * @throws MailFailure.Gone where the UIDVALIDITY has changed; then nothing was touched
     */
    int purge(List<MessageRef> refs);
}
