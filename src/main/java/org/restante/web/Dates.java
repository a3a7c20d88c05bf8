package org.restante.web;

import com.ibm.icu.text.DateIntervalFormat;
import com.ibm.icu.util.DateInterval;
import com.ibm.icu.util.TimeZone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Dates as people say them, seen from one moment in one time zone, in one language. */
public final class Dates {

    private static final int WEEK = 7;

    private final Texts texts;
    private final ZoneId zone;
    private final LocalDate today;

    /** Dates as they are said at this moment in this zone. */
    public Dates(Instant now, ZoneId zone, Texts texts) {
        this.texts = texts;
        this.zone = zone;
        this.today = now.atZone(zone).toLocalDate();
    }

    /** Returns the shortest form that is clear: the time today, then Yesterday, the weekday, the day, and the year where it is another. */
    public String brief(Instant instant) {
        ZonedDateTime when = instant.atZone(zone);
        long ago = ChronoUnit.DAYS.between(when.toLocalDate(), today);
        if (ago == 0) {
            return time(instant);
        } else if (ago == 1) {
            return texts.get("date.yesterday");
        } else if (ago > 1 && ago < WEEK) {
            return texts.dates().weekday.format(when);
        }
        return (when.getYear() == today.getYear() ? texts.dates().day : texts.dates().year).format(when);
    }

    /** Returns the time of day alone. */
    public String time(Instant instant) {
        return texts.dates().time.format(instant.atZone(zone));
    }

    /** Returns the day in words, as a heading over what happened on it. */
    public String day(Instant instant) {
        LocalDate day = instant.atZone(zone).toLocalDate();
        long ago = ChronoUnit.DAYS.between(day, today);
        if (ago == 0 || ago == 1) {
            return texts.get(ago == 0 ? "date.today" : "date.yesterday");
        }
        return (ago > 1 && ago < WEEK ? texts.dates().weekday : texts.dates().date).format(day);
    }

    /** Returns the day in short, with its year, and the time. */
    public String moment(Instant instant) {
        return texts.dates().moment.format(instant.atZone(zone));
    }

    /** Returns weekday, date and time in full. */
    public String full(Instant instant) {
        return texts.dates().full.format(instant.atZone(zone));
    }

    /** Returns a stretch of time in full, each part said once: weekday, date, and from when to when. */
    public String span(Instant start, Instant end) {
        return interval("yMMMMEEEEdjm", start, end, zone);
    }

    /** Returns days in full, from the first to the last. */
    public String days(LocalDate first, LocalDate last) {
        return interval(
                "yMMMMEEEEd",
                first.atStartOfDay(ZoneOffset.UTC).toInstant(),
                last.atStartOfDay(ZoneOffset.UTC).toInstant(),
                ZoneOffset.UTC);
    }

    private String interval(String skeleton, Instant start, Instant end, ZoneId where) {
        DateIntervalFormat format = DateIntervalFormat.getInstance(skeleton, texts.locale());
        format.setTimeZone(TimeZone.getTimeZone(where.equals(ZoneOffset.UTC) ? "UTC" : where.getId()));
        return format.format(new DateInterval(start.toEpochMilli(), end.toEpochMilli()));
    }

    /** Returns a day in full, without its weekday. */
    public String date(LocalDate day) {
        return texts.dates().date.format(day);
    }

    /** Returns a day of any year. */
    public String dayOfYear(Month month, int day) {
        return texts.dates().dayOfYear.format(MonthDay.of(month, day));
    }

    /** Returns the time zone that they are seen from. */
    public ZoneId zone() {
        return zone;
    }

    /** Returns the form of the {@code datetime} attribute, with the zone's offset. */
    public String iso(Instant instant) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                instant.atZone(zone).truncatedTo(ChronoUnit.SECONDS));
    }
}
