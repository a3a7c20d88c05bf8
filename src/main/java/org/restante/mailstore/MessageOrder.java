package org.restante.mailstore;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.restante.mime.Address;

/**
 * In which order messages are listed; those that are equal, the newest first.
 *
 * @param reversed whether it goes the other way round
 */
public record MessageOrder(Key key, boolean reversed) {

    /** What tells their order. */
    public enum Key {
        /** The newest first. */
        ARRIVAL,
        /** By when they were sent, the newest first. */
        DATE,
        FROM,
        TO,
        /** By what is left of the subject without "Re:" and its like. */
        SUBJECT,
        /** The largest first. */
        SIZE,
        /** Those that are flagged first. */
        FLAGGED,
        /** Those that are not read first. */
        UNREAD
    }

    /** The order in which they arrived, the newest first. */
    public static final MessageOrder NATURAL = new MessageOrder(Key.ARRIVAL, false);

    /** Returns the same order where all that it needs is known. */
    public Comparator<MessageSummary> comparator() {
        Comparator<MessageSummary> newest = Comparator.<MessageSummary, Uid>comparing(
                        message -> message.ref().uid())
                .reversed();
        Comparator<MessageSummary> plain =
                switch (key) {
                    case ARRIVAL -> newest;
                    case DATE -> Comparator.comparing(MessageOrder::sent).reversed();
                    case FROM ->
                        Comparator.comparing(message -> name(message.envelope().from()));
                    case TO ->
                        Comparator.comparing(message -> name(message.envelope().to()));
                    case SUBJECT ->
                        Comparator.comparing(message ->
                                BaseSubject.of(message.envelope().subject()).toUpperCase(Locale.ROOT));
                    case SIZE -> Comparator.comparingLong(MessageSummary::size).reversed();
                    case FLAGGED -> Comparator.comparing(message -> !message.is(Flag.FLAGGED));
                    case UNREAD -> Comparator.comparing(message -> message.is(Flag.SEEN));
                };
        return (reversed ? plain.reversed() : plain).thenComparing(newest);
    }

    private static Instant sent(MessageSummary message) {
        return message.envelope().date().map(OffsetDateTime::toInstant).orElse(message.received());
    }

    /** As lists show the first of them (RFC 5957 §3). */
    private static String name(List<Address> people) {
        if (people.isEmpty()) {
            return "";
        }
        Address first = people.get(0);
        return (first.name().isEmpty() ? first.address() : first.name()).toUpperCase(Locale.ROOT);
    }
}
