package org.restante.account;

import java.time.Instant;
import java.time.ZoneId;

/**
 * A session and its account, as a request needs them.
 *
 * @param preferences the account's, as {@link PreferenceLines} writes them
 */
record SessionRow(
        String id,
        long account,
        AccountName name,
        String preferences,
        byte[] sealedPassword,
        boolean stay,
        ZoneId zone,
        Instant createdAt,
        Instant lastUsedAt) {

    /** Returns nothing of what is sealed. */
    @Override
    public String toString() {
        return "session of account " + account;
    }
}
