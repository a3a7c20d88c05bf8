package org.restante.mailstore.pop3;

import org.restante.mailstore.MailFailure.Refused;
import org.restante.mailstore.wire.LargeAnswers;

/** What the list of a maildrop weighs in memory while the maildrop is open. That of an ordinary one always has room. */
final class ListWeight {

    /** A line beside its octets, with all that is made of it. */
    private static final int LINE = 300;

    private static final long ORDINARY = 1L << 20;
    private static final long STEP = 1L << 20;

    private long used;
    private long reserved;

    /**
     * Takes what a line weighs.
     *
     * @throws GarbledAnswerException where the list is beyond all bounds
     * @throws Refused where too much is being said on all connections together
     */
    void takeLine(int octets) throws GarbledAnswerException {
        used += LINE + octets;
        if (used > LargeAnswers.MOST) {
            throw new GarbledAnswerException("a list beyond all bounds");
        }
        while (used > ORDINARY + reserved) {
            if (!LargeAnswers.reserve(STEP)) {
                throw new Refused(Refused.Kind.BUSY, "too many large answers at once");
            }
            reserved += STEP;
        }
    }

    /** Gives all back. */
    void clear() {
        LargeAnswers.release(reserved);
        reserved = 0;
        used = 0;
    }
}
