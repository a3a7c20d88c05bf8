package org.restante.mailstore;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * A mailbox as the server lists it.
 *
 * @param role its special use, as announced or by its well-known name; at most one mailbox of an account has each role
 * @param selectable whether it can hold messages; else it is only a level of the hierarchy
 * @param total the number of messages, where it is known
 * @param unseen the number without {@code \Seen}, where it is known
 */
public record Mailbox(
        MailboxName name, Optional<MailboxRole> role, boolean selectable, OptionalLong total, OptionalLong unseen) {}
