package org.restante.mailstore.imap;

import org.restante.mailstore.MailFailure.Refused;
import org.restante.mailstore.wire.LargeAnswers;

/**
 * What the answers of one exchange may weigh in memory, in octets: for itself, and together with those of all other exchanges. What
 * ordinary pages weigh is always there; so one server that says too much leaves the others alone.
 */
final class AnswerBudget {

    private static final long ORDINARY = 512L << 10;
    private static final long STEP = 1L << 20;

    /** A value beside its octets. */
    private static final int VALUE = 64;

    private long used;
    private long reserved = ORDINARY;

    /** Returns how many values more there may be. */
    int values() {
        return (int) ((LargeAnswers.MOST - used) / VALUE);
    }

    /**
     * Takes what an answer of so many values weighs beside its octets.
     *
     * @throws GarbledAnswerException where the exchange is beyond all bounds
     */
    void takeAnswer(int values) throws GarbledAnswerException {
        take((1L + values) * VALUE);
    }

    /**
     * Takes so many octets.
     *
     * @throws GarbledAnswerException where the exchange is beyond all bounds
     * @throws Refused where too much is being said on all connections together
     */
    void take(long octets) throws GarbledAnswerException {
        used += octets;
        if (used > LargeAnswers.MOST) {
            throw new GarbledAnswerException("an answer beyond all bounds");
        }
        while (used > reserved) {
            if (!LargeAnswers.reserve(STEP)) {
                throw new Refused(Refused.Kind.BUSY, "too many large answers at once");
            }
            reserved += STEP;
        }
    }

    /** Gives all back. */
    void clear() {
        LargeAnswers.release(reserved - ORDINARY);
        reserved = ORDINARY;
        used = 0;
    }
}
