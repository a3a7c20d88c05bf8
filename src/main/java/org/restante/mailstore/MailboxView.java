package org.restante.mailstore;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a folder's page shows: the account's mailboxes with their counts, and some rows of one of them.
 *
 * @param lastRead where the server does not let its mail be read now, when this was read; else empty
 */
public record MailboxView(List<Mailbox> mailboxes, MessagePage page, Optional<Instant> lastRead) {

    /** What the server says now. */
    public MailboxView(List<Mailbox> mailboxes, MessagePage page) {
        this(mailboxes, page, Optional.empty());
    }
}
