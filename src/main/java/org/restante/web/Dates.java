package org.restante.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Dates as people say them, seen from one moment in one time zone. */
public final class Dates {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter YEAR = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter FULL =
            DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy, HH:mm", Locale.ENGLISH);

    private final ZoneId zone;
    private final LocalDate today;

    /** Dates as they are said at this moment in this zone. */
    public Dates(Instant now, ZoneId zone) {
        this.zone = zone;
        this.today = now.atZone(zone).toLocalDate();
    }

    /** Returns the shortest form that is clear: the time today, then Yesterday, the weekday, the day, and the year where it is another. */
    public String brief(Instant instant) {
        ZonedDateTime when = instant.atZone(zone);
        long ago = ChronoUnit.DAYS.between(when.toLocalDate(), today);
        if (ago == 0) {
            return TIME.format(when);
        } else if (ago == 1) {
            return "Yesterday";
        } else if (ago > 1 && ago < 7) {
            return WEEKDAY.format(when);
        }
        return (when.getYear() == today.getYear() ? DAY : YEAR).format(when);
    }

    /** Returns weekday, date and time in full. */
    public String full(Instant instant) {
        return FULL.format(instant.atZone(zone));
    }

    /** Returns the form of the {@code datetime} attribute, with the zone's offset. */
    public String iso(Instant instant) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                instant.atZone(zone).truncatedTo(ChronoUnit.SECONDS));
    }
}
