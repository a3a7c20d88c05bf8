package org.restante.mailstore;

import java.util.List;
import java.util.Optional;

/**
 * What was found among some messages of a mailbox.
 *
 * @param found the highest UID first
 * @param next where to go on; empty where all has been searched
 * @param total the number of messages in the mailbox
 */
public record SearchedBlock(UidValidity uidValidity, List<Uid> found, Optional<SearchPosition> next, long total) {}
