package org.restante.mailstore;

import java.util.List;

/** What a folder's page shows: the account's mailboxes with their counts, and some rows of one of them. */
public record MailboxView(List<Mailbox> mailboxes, MessagePage page) {}
