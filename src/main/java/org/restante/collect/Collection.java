package org.restante.collect;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.restante.mailstore.MailboxName;

/**
 * A POP3 account that mail is collected from.
 *
 * @param sealed its password, sealed under the person's own
 * @param standing both passwords, sealed under the server's secret; null without the person's consent
 * @param ranAt when mail was collected last
 * @param problem what came in between the last time; null: nothing
 * @param fetched how many messages came the last time
 * @param skipped the subjects of those that were left there then
 */
record Collection(
        String id,
        long account,
        String host,
        String login,
        MailboxName folder,
        boolean removes,
        byte[] sealed,
        @Nullable Standing standing,
        Optional<Instant> ranAt,
        @Nullable CollectionProblem problem,
        int fetched,
        String skipped) {

    /** What lets mail be collected while the person is not there. */
    record Standing(byte[] password, byte[] own) {}

    /** Names what a seal is for. */
    String work() {
        return "collecting " + id;
    }

    @Override
    public String toString() {
        return "collection " + id;
    }
}
