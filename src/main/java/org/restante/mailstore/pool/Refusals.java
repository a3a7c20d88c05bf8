package org.restante.mailstore.pool;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.restante.mailstore.MailFailure;
import org.restante.mailstore.MailFailure.Authentication;
import org.restante.mailstore.MailFailure.Refused;

/**
 * What servers refused a moment ago, so that they are not asked again at once: a credential for as long as is set; a sign-in "not now"
 * first for a second, then twice as long each time. Safe for use by many threads.
 */
final class Refusals<K> {

    private record Refusal(MailFailure failure, Duration pause, long until) {

        static Refusal of(MailFailure failure, Duration pause) {
            return new Refusal(failure, pause, System.nanoTime() + pause.toNanos());
        }

        boolean holds() {
            return until - System.nanoTime() > 0;
        }

        /** For as long again it is remembered how long the pause was. */
        boolean isForgotten() {
            return until + pause.toNanos() - System.nanoTime() < 0;
        }
    }

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    private final Map<K, Refusal> refusals = new ConcurrentHashMap<>();
    private final Duration longest;

    /**
     * Makes an empty memory.
     *
     * @param longest how long a refusal is remembered at most
     */
    Refusals(Duration longest) {
        this.longest = longest;
    }

    void add(K key, MailFailure failure) {
        refusals.compute(key, (same, last) -> Refusal.of(failure, pause(failure, last)));
    }

    private Duration pause(MailFailure failure, Refusal last) {
        if (failure instanceof Authentication) {
            return longest;
        }
        Duration pause = last == null || last.isForgotten() ? FIRST_PAUSE : last.pause.multipliedBy(2);
        return pause.compareTo(longest) < 0 ? pause : longest;
    }

    /** Throws what the server said to a key, where that was a moment ago. */
    void check(K key) {
        Refusal refusal = refusals.get(key);
        if (refusal != null && refusal.holds()) {
            throw refusal.failure instanceof Authentication
                    ? new Authentication("the server did not accept it a moment ago", refusal.failure)
                    : new Refused(Refused.Kind.UNAVAILABLE, "the server refused a moment ago");
        }
    }

    /** Forgets that the server did not accept a key, so that it is sent again. */
    void forgive(K key) {
        refusals.computeIfPresent(key, (same, last) -> last.failure instanceof Authentication ? null : last);
    }

    void remove(K key) {
        refusals.remove(key);
    }

    void forgetOld() {
        refusals.values().removeIf(Refusal::isForgotten);
    }
}
