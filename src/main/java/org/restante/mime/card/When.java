package org.restante.mime.card;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A day, or a moment (RFC 5545 §3.3.4, §3.3.5).
 *
 * @param local date and time where it happens; midnight for a day
 * @param zone the time zone there; empty where it is that of whoever looks
 */
public record When(LocalDateTime local, Optional<ZoneId> zone, boolean allDay) {

    private static final Pattern FORM =
            Pattern.compile("(\\d{4})-?(\\d\\d)-?(\\d\\d)(?:[T ](\\d\\d):?(\\d\\d)(?::?(\\d\\d))?(Z?))?.{0,20}");

    static Optional<When> read(ContentLine line, TimeZones zones) {
        return read(line.value().strip(), line.parameter("TZID"), zones);
    }

    static Optional<When> read(String value, String zone, TimeZones zones) {
        Matcher form = FORM.matcher(value);
        if (!form.matches()) {
            return Optional.empty();
        }
        try {
            LocalDate date = LocalDate.of(number(form, 1), number(form, 2), number(form, 3));
            if (form.group(4) == null) {
                return Optional.of(new When(date.atStartOfDay(), Optional.empty(), true));
            }
            int second = form.group(6) == null ? 0 : Math.min(number(form, 6), 59);
            LocalDateTime local = date.atTime(number(form, 4), number(form, 5), second);
            Optional<ZoneId> where = form.group(7).equals("Z") ? Optional.of(ZoneOffset.UTC) : zones.find(zone, local);
            return Optional.of(new When(local, where, false));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(Matcher form, int group) {
        return Integer.parseInt(form.group(group));
    }

    /** Returns the moment, for somebody in this zone. */
    public Instant instant(ZoneId readers) {
        return local.atZone(zone.orElse(readers)).toInstant();
    }

    When plus(Duration duration) {
        return new When(local.plus(duration), zone, allDay);
    }

    When plus(Period period) {
        return new When(local.plus(period), zone, allDay);
    }
}
