package org.restante.mailstore;

import java.io.InputStream;
import org.restante.mime.PartId;

/** Reads one open mailbox; nothing here changes a flag. All methods throw {@link MailFailure}. */
public interface MessageReading {

    /** Returns the tree and a page of rows, in at most two round trips where the mailbox was selected already. */
    MailboxView view(PageRequest request);

    /**
     * Returns the tree and a message.
     *
     * @throws MailFailure.Gone where the message or its UIDVALIDITY is no longer there
     */
    MessageView view(MessageRef ref);

    /**
     * Returns one message.
     *
     * @throws MailFailure.Gone where the message or its UIDVALIDITY is no longer there
     */
    MessageSummary message(MessageRef ref);

    /**
     * Returns the content of a part as encoded for transfer; it is fetched in pieces as it is read, and only while the mailbox is open.
     * Reading throws {@link MailFailure}.
     */
    InputStream content(MessageRef ref, PartId part);

    /** Returns the whole message as it came, fetched like {@link #content}. */
    InputStream source(MessageRef ref);
}
