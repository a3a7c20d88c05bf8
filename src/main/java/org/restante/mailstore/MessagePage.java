package org.restante.mailstore;

import java.util.List;

/**
 * Consecutive rows of a mailbox, the newest arrival first.
 *
 * @param total the number of messages in the mailbox
 * @param offset how many newer messages stand before the first row
 */
public record MessagePage(UidValidity uidValidity, long total, long offset, List<MessageSummary> rows) {

    /** Returns whether there are messages after the last row. */
    public boolean hasOlder() {
        return offset + rows.size() < total;
    }
}
