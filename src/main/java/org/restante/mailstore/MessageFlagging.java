package org.restante.mailstore;

import java.util.List;
import java.util.Set;

/** Changes the flags of messages in one open mailbox. All methods throw {@link MailFailure}. */
public interface MessageFlagging {

    /**
     * Sets flags on messages and leaves their others as they are; messages that are no longer there are passed over.
     *
     * @param refs of this mailbox, all of one UIDVALIDITY
     * @return how many messages were there
     * @throws MailFailure.Gone where the UIDVALIDITY has changed; then nothing was touched
     */
    int addFlags(List<MessageRef> refs, Set<Flag> flags);

    /** Takes flags off messages; otherwise like {@link #addFlags}. */
    int removeFlags(List<MessageRef> refs, Set<Flag> flags);
}
