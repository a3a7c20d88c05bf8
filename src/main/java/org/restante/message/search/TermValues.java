package org.restante.message.search;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.restante.mailstore.Criterion;
import org.restante.mailstore.Criterion.AllOf;
import org.restante.mailstore.Criterion.AnyOf;
import org.restante.mailstore.Criterion.Bears;
import org.restante.mailstore.Criterion.Contains;
import org.restante.mailstore.Criterion.Field;
import org.restante.mailstore.Criterion.Not;
import org.restante.mailstore.Criterion.SentBefore;
import org.restante.mailstore.Criterion.SentSince;
import org.restante.mailstore.Flag;

/** Understands what stands behind the colon of a term. */
final class TermValues {

    private static final Pattern DAY = Pattern.compile("(\\d{4})(?:[-/.](\\d{1,2})(?:[-/.](\\d{1,2}))?)?");
    private static final Pattern AGE = Pattern.compile("(\\d{1,4})([dwmy])", Pattern.CASE_INSENSITIVE);
    private static final Pattern SIZE =
            Pattern.compile("(\\d{1,12}(?:[.,]\\d{1,3})?)([kmg]?)b?", Pattern.CASE_INSENSITIVE);
    private static final Map<String, Long> UNITS = Map.of("", 1L, "k", 1_000L, "m", 1_000_000L, "g", 1_000_000_000L);

    private static final Map<String, Criterion> STATES = Map.of(
            "unread", new Not(new Bears(Flag.SEEN)),
            "read", new Bears(Flag.SEEN),
            "flagged", new Bears(Flag.FLAGGED),
            "unflagged", new Not(new Bears(Flag.FLAGGED)),
            "answered", new Bears(Flag.ANSWERED),
            "unanswered", new Not(new Bears(Flag.ANSWERED)));

    private final LocalDate today;
    private final Map<String, String> labels;

    TermValues(LocalDate today, Map<String, String> labels) {
        this.today = today;
        this.labels = labels;
    }

    /** From a day on, and before another. */
    private record Days(LocalDate first, LocalDate end) {}

    Criterion criterion(Operator operator, String value) {
        return switch (operator) {
            case WORDS ->
                new AnyOf(Stream.of(Field.values())
                        .map(field -> (Criterion) new Contains(field, value))
                        .toList());
            case FROM, TO, CC, SUBJECT, BODY -> new Contains(Field.valueOf(operator.name()), value);
            case HAS -> has(value);
            case IS -> is(value);
            case BEFORE -> new SentBefore(days(value).first());
            case AFTER -> new SentSince(days(value).first());
            case ON ->
                new AllOf(List.of(
                        new SentSince(days(value).first()),
                        new SentBefore(days(value).end())));
            case OLDER -> new SentBefore(ago(value));
            case NEWER -> new SentSince(ago(value));
            case LARGER -> new Criterion.Larger(octets(value));
            case SMALLER -> new Criterion.Smaller(octets(value));
            case LABEL -> label(value);
            case IN -> new AllOf(List.of());
        };
    }

    private static Criterion has(String value) {
        if (!value.toLowerCase(Locale.ROOT).matches("attachments?")) {
            throw new MistakeException("choice", "has:" + value);
        }
        return new Criterion.HasAttachment();
    }

    private static Criterion is(String value) {
        Criterion state = STATES.get(value.toLowerCase(Locale.ROOT));
        if (state == null) {
            throw new MistakeException("choice", "is:" + value);
        }
        return state;
    }

    private Criterion label(String value) {
        try {
            return new Bears(new Flag(labels.getOrDefault(value.toLowerCase(Locale.ROOT), value)));
        } catch (IllegalArgumentException e) {
            throw new MistakeException("choice", "label:" + value);
        }
    }

    private Days days(String value) {
        if (value.equalsIgnoreCase("today")) {
            return new Days(today, today.plusDays(1));
        }
        if (value.equalsIgnoreCase("yesterday")) {
            return new Days(today.minusDays(1), today);
        }
        Matcher match = DAY.matcher(value);
        if (!match.matches()) {
            throw new MistakeException("date", value);
        }
        try {
            int year = Integer.parseInt(match.group(1));
            if (match.group(2) == null) {
                LocalDate first = LocalDate.of(year, 1, 1);
                return new Days(first, first.plusYears(1));
            }
            int month = Integer.parseInt(match.group(2));
            if (match.group(3) == null) {
                LocalDate first = LocalDate.of(year, month, 1);
                return new Days(first, first.plusMonths(1));
            }
            LocalDate day = LocalDate.of(year, month, Integer.parseInt(match.group(3)));
            return new Days(day, day.plusDays(1));
        } catch (DateTimeException e) {
            throw new MistakeException("date", value);
        }
    }

    private LocalDate ago(String value) {
        Matcher match = AGE.matcher(value);
        if (!match.matches()) {
            throw new MistakeException("age", value);
        }
        int number = Integer.parseInt(match.group(1));
        LocalDate day = today.minus(
                switch (match.group(2).toLowerCase(Locale.ROOT)) {
                    case "d" -> Period.ofDays(number);
                    case "w" -> Period.ofWeeks(number);
                    case "m" -> Period.ofMonths(number);
                    default -> Period.ofYears(number);
                });
        if (day.getYear() < 1) {
            throw new MistakeException("age", value);
        }
        return day;
    }

    private static long octets(String value) {
        Matcher match = SIZE.matcher(value);
        if (!match.matches()) {
            throw new MistakeException("size", value);
        }
        long octets = new BigDecimal(match.group(1).replace(',', '.'))
                .multiply(BigDecimal.valueOf(UNITS.get(match.group(2).toLowerCase(Locale.ROOT))))
                .longValue();
        // What IMAP can say (RFC 9051 §9, number64); some servers know no more than 32 bits.
        return Math.min(octets, 0xFFFF_FFFFL);
    }
}
