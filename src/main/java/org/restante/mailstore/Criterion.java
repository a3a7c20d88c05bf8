package org.restante.mailstore;

import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.restante.mime.Address;
import org.restante.mime.Display;
import org.restante.mime.Envelope;

/** What messages are searched for (RFC 9051 §6.4.4), whatever searches for it. */
public sealed interface Criterion {

    /** A message that may be one of those. */
    interface Candidate {

        /** Returns what is known of it without its content. */
        MessageSummary summary();

        /** Returns the text of its body, as far as it can be had. */
        String text();
    }

    /** Where a text is looked for. */
    enum Field {
        FROM,
        TO,
        CC,
        SUBJECT,
        BODY
    }

    /** Returns whether a message is one of those. */
    boolean matches(Candidate message);

    /**
     * A text stands somewhere in a field, whatever the case of its letters.
     *
     * @param text not empty, without CR, LF and NUL
     */
    record Contains(Field field, String text) implements Criterion {

        @Override
        public boolean matches(Candidate message) {
            return folded(in(message)).contains(folded(text));
        }

        private String in(Candidate message) {
            if (field == Field.BODY) {
                return message.text();
            }
            Envelope envelope = message.summary().envelope();
            return switch (field) {
                case FROM -> words(envelope.from());
                case TO -> words(envelope.to());
                case CC -> words(envelope.cc());
                default -> envelope.subject();
            };
        }

        private static String words(List<Address> people) {
            return people.stream().map(Address::toString).collect(Collectors.joining(", "));
        }

        /** As servers compare by i;unicode-casemap (RFC 5051). */
        private static String folded(String text) {
            return Normalizer.normalize(text, Normalizer.Form.NFKD)
                    .toUpperCase(Locale.ROOT)
                    .toLowerCase(Locale.ROOT);
        }
    }

    /** It bears a flag. */
    record Bears(Flag flag) implements Criterion {
        @Override
        public boolean matches(Candidate message) {
            return message.summary().is(flag);
        }
    }

    /** Lists mark it as having attachments. */
    record HasAttachment() implements Criterion {
        @Override
        public boolean matches(Candidate message) {
            MessageSummary summary = message.summary();
            return summary.is(Flag.HAS_ATTACHMENT) || Display.hasAttachment(summary.structure());
        }
    }

    /** It is dated before a day, by the calendar of whoever sent it. */
    record SentBefore(LocalDate day) implements Criterion {
        @Override
        public boolean matches(Candidate message) {
            return dayOf(message).isBefore(day);
        }
    }

    /** It is dated on a day or later, by the calendar of whoever sent it. */
    record SentSince(LocalDate day) implements Criterion {
        @Override
        public boolean matches(Candidate message) {
            return !dayOf(message).isBefore(day);
        }
    }

    private static LocalDate dayOf(Candidate message) {
        Instant received = message.summary().received();
        return message.summary()
                .envelope()
                .date()
                .orElseGet(() -> OffsetDateTime.ofInstant(received, ZoneOffset.UTC))
                .toLocalDate();
    }

    /** It has more octets. */
    record Larger(long octets) implements Criterion {
        @Override
        public boolean matches(Candidate message) {
            return message.summary().size() > octets;
        }
    }

    /** It has fewer octets. */
    record Smaller(long octets) implements Criterion {
        @Override
        public boolean matches(Candidate message) {
            return message.summary().size() < octets;
        }
    }

    /** It is none of those. */
    record Not(Criterion criterion) implements Criterion {
        @Override
        public boolean matches(Candidate message) {
            return !criterion.matches(message);
        }
    }

    /** It is all of that; every message is, where there is nothing. */
    record AllOf(List<Criterion> criteria) implements Criterion {
        @Override
        public boolean matches(Candidate message) {
            return criteria.stream().allMatch(each -> each.matches(message));
        }
    }

    /** It is any of that. */
    record AnyOf(List<Criterion> criteria) implements Criterion {
        @Override
        public boolean matches(Candidate message) {
            return criteria.stream().anyMatch(each -> each.matches(message));
        }
    }

    /** Returns the criteria that this one is made of, which are made of no others. */
    default Stream<Criterion> leaves() {
        if (this instanceof Not not) {
            return not.criterion().leaves();
        }
        if (this instanceof AllOf all) {
            return all.criteria().stream().flatMap(Criterion::leaves);
        }
        return this instanceof AnyOf any ? any.criteria().stream().flatMap(Criterion::leaves) : Stream.of(this);
    }
}
