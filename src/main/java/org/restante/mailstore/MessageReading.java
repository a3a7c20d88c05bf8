package org.restante.mailstore;

import java.io.InputStream;
import org.restante.mime.Part;
import org.restante.mime.PartId;

/** Reads one open mailbox; nothing here changes a flag. All methods throw {@link MailFailure}. */
public interface MessageReading {

    /**
     * Returns the tree and a page of rows, in one round trip where the mailbox was selected already and nothing came as a surprise; else in
     * at most three.
     */
    MailboxView view(PageRequest request);

    /**
     * Returns the tree and a page of those of some messages that are there, in at most three round trips.
     *
     * @param messages of this mailbox; the total is theirs
     * @throws MailFailure.Gone where the UIDVALIDITY has changed
     */
    MailboxView view(MessageSet messages, PageRequest request);

    /** Returns what the person may do in the mailbox. */
    MailboxRights rights();

    /** Returns which messages fulfil a filter now; where that costs the server much, only the newest are looked at. */
    Found find(MessageFilter filter);

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
     * Returns what a message is made of, without asking the server where that is known: so it may be gone, which its content tells.
     *
     * @throws MailFailure.Gone where the message or its UIDVALIDITY is no longer there
     */
    default Part structure(MessageRef ref) {
        return message(ref).structure();
    }

    /**
     * Returns the content of a part as encoded for transfer; it is fetched in pieces as it is read, and only while the mailbox is open.
     * Reading throws {@link MailFailure}.
     */
    InputStream content(MessageRef ref, PartId part);

    /** Returns the whole message as it came, fetched like {@link #content}. */
    InputStream source(MessageRef ref);
}
