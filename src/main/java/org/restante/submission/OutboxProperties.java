package org.restante.submission;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How messages are sent.
 *
 * @param undo how long a message can be taken back
 * @param lease after how long without a sign of life another replica goes on with a message
 * @param retry how long to wait before a second attempt; each further one waits twice as long
 * @param giveUp how long after sending a message is no longer tried
 * @param late how long after its time a message is not sent any more without asking
 */
@ConfigurationProperties("restante.outbox")
public record OutboxProperties(
        @DefaultValue("8s") Duration undo,
        @DefaultValue("3m") Duration lease,
        @DefaultValue("30s") Duration retry,
        @DefaultValue("2d") Duration giveUp,
        @DefaultValue("12h") Duration late) {

    private static final int MOST_DOUBLINGS = 7;

    /** Returns how long to wait after so many attempts. */
    Duration backoff(int attempts) {
        return retry.multipliedBy(1L << Math.min(Math.max(0, attempts - 1), MOST_DOUBLINGS));
    }
}
