package org.restante.mailstore;

/** What a mailbox is for (RFC 6154 special use), in the order in which people expect the folders. */
public enum MailboxRole {
    INBOX,
    DRAFTS,
    SENT,
    ARCHIVE,
    JUNK,
    TRASH
}
