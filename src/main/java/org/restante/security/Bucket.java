package org.restante.security;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What failed sign-ins are counted by.
 *
 * @param key under which they are counted
 * @param failures how many are borne within the window
 * @param atOnce how many may be under way or failed within the window, since those under way may all fail
 * @param window how long a failure counts
 */
record Bucket(String key, int failures, int atOnce, Duration window) {

    /** The longest window of any bucket. */
    static final Duration LONGEST = Duration.ofHours(1);

    private static final Duration QUARTER = Duration.ofMinutes(15);

    /** An office behind one address must still get in on Monday morning. */
    static Bucket address(String address) {
        return new Bucket("address " + address, 60, 300, QUARTER);
    }

    static Bucket accountAtAddress(String account, String address) {
        return new Bucket("account " + account + " at " + address, 10, 40, QUARTER);
    }

    /** Many addresses guessing at one account: it keeps strangers' browsers out, never one that is known. */
    static Bucket account(String account) {
        return new Bucket("account " + account, 50, 200, LONGEST);
    }

    /** A browser with a proof of an earlier sign-in counts by itself. */
    static Bucket knownBrowser(String account, String proof) {
        return new Bucket("account " + account + " from " + proof, 10, 40, QUARTER);
    }

    /**
     * Returns when the next attempt is borne; empty: at once.
     *
     * @param newest the attempts within the window, the one being made included, newest first, one more than {@link #atOnce} at most
     */
    Optional<Instant> fullUntil(List<SignInAttempt> newest) {
        List<SignInAttempt> failed =
                newest.stream().filter(SignInAttempt::failed).toList();
        if (failed.size() >= failures) {
            return Optional.of(failed.get(failures - 1).triedAt().plus(window));
        }
        return newest.size() > atOnce ? Optional.of(newest.get(atOnce).triedAt().plus(window)) : Optional.empty();
    }
}
