package org.restante.mailstore;

import java.util.List;
import java.util.Set;

/** Changes the flags of messages in one open mailbox. All methods throw {@link MailFailure}. */
public interface MessageFlagging {

    /**
     * Sets flags on messages and leaves their others as they are; messages that are no longer there are passed over.
     *
     * @param refs of this mailbox, all of one UIDVALIDITY
     * @return which messages were there, and for which of them that changed something
     * @throws MailFailure.Gone where the UIDVALIDITY has changed; then nothing was touched
     */
    Marked addFlags(List<MessageRef> refs, Set<Flag> flags);

    /** Takes flags off messages; otherwise like {@link #addFlags}. */
    Marked removeFlags(List<MessageRef> refs, Set<Flag> flags);
}
