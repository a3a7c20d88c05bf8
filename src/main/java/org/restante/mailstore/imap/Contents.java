package org.restante.mailstore.imap;

/**
 * Tells whether the selected mailbox holds the same messages as before.
 *
 * @param exists how many there are
 * @param highest the UID of the newest; 0 where there is none
 */
record Contents(long exists, long highest) {

    /** Returns them once the server has looked for new messages. */
    static Contents of(ImapConnection connection) {
        connection.demand(Command.of("NOOP"), untagged -> {});
        long exists = connection.exists();
        if (exists == 0) {
            return new Contents(0, 0);
        }
        var fetched = new Fetched();
        connection.demand(Command.of("FETCH " + exists + " (UID)"), fetched::take);
        return new Contents(
                exists,
                fetched.uids().stream().mapToLong(uid -> uid.value()).max().orElse(0));
    }
}
