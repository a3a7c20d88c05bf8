package org.restante.mailstore;

/**
 * What a person may do in a mailbox (RFC 4314 §4).
 *
 * @param sees may set {@code \Seen}
 * @param flags may set other flags and keywords
 * @param removes may mark messages as deleted and expunge them, and so move them away
 * @param inserts may put messages into it
 * @param administers may rename and remove it
 */
public record MailboxRights(boolean sees, boolean flags, boolean removes, boolean inserts, boolean administers) {

    /** Everything, as in one's own mailbox. */
    public static final MailboxRights ALL = new MailboxRights(true, true, true, true, true);

    /** Nothing but to read. */
    public static final MailboxRights READ = new MailboxRights(false, false, false, false, false);
}
