package org.restante.mailstore;

import java.util.List;

/** What a message's page shows: the account's mailboxes with their counts, and one message. */
public record MessageView(List<Mailbox> mailboxes, MessageSummary message) {}
