package org.restante.mime.card;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Standard or summer time of a calendar's own zone (RFC 5545 §3.6.5).
 *
 * @param rule how it begins each year again; empty where it begins once
 */
record Observance(LocalDateTime start, ZoneOffset before, ZoneOffset offset, Optional<Recurrence> rule) {

    private static final int MOST = 50;

    static List<Observance> of(Component zone) {
        return Stream.concat(zone.all("STANDARD"), zone.all("DAYLIGHT"))
                .limit(MOST)
                .flatMap(observance -> read(observance).stream())
                .toList();
    }

    private static Optional<Observance> read(Component observance) {
        TimeZones none = new TimeZones(new Component("", List.of(), List.of()));
        Optional<When> start = observance.line("DTSTART").flatMap(line -> When.read(line, none));
        Optional<ZoneOffset> offset = offset(observance.text("TZOFFSETTO"));
        if (start.isEmpty() || offset.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Observance(
                start.get().local(),
                offset(observance.text("TZOFFSETFROM")).orElse(offset.get()),
                offset.get(),
                observance.line("RRULE").flatMap(line -> Recurrence.read(line.value(), none))));
    }

    private static Optional<ZoneOffset> offset(String text) {
        try {
            return Optional.of(ZoneOffset.of(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Returns the offset that holds at a local time: that of what began last before it. */
    static Optional<ZoneId> at(List<Observance> all, LocalDateTime when) {
        record Begun(LocalDateTime at, ZoneOffset offset) {}
        return all.stream()
                .flatMap(one -> one.lastBeginning(when).map(at -> new Begun(at, one.offset)).stream())
                .max(Comparator.comparing(Begun::at))
                .map(begun -> (ZoneId) begun.offset)
                .or(() -> all.stream()
                        .min(Comparator.comparing(Observance::start))
                        .map(first -> first.before));
    }

    private Optional<LocalDateTime> lastBeginning(LocalDateTime when) {
        if (start.isAfter(when)) {
            return Optional.empty();
        }
        return rule.flatMap(yearly -> Stream.of(when.getYear(), when.getYear() - 1)
                        .map(year -> beginning(yearly, year))
                        .filter(at -> !at.isAfter(when) && !at.isBefore(start))
                        .filter(at -> yearly.until()
                                .map(end -> !at.isAfter(end.local().plusDays(1)))
                                .orElse(true))
                        .findFirst())
                .or(() -> Optional.of(start));
    }

    /** Such as the last Sunday of March. */
    private LocalDateTime beginning(Recurrence yearly, int year) {
        int month = yearly.months().stream().findFirst().orElse(start.getMonthValue());
        LocalDate first = Year.of(year).atMonth(month).atDay(1);
        LocalDate day = yearly.days().stream()
                .findFirst()
                .map(weekday -> dayOfMonth(first, yearly, weekday))
                .orElseGet(() -> first.withDayOfMonth(Math.min(start.getDayOfMonth(), first.lengthOfMonth())));
        return day.atTime(start.toLocalTime());
    }

    private static LocalDate dayOfMonth(LocalDate first, Recurrence yearly, Recurrence.Day weekday) {
        DayOfWeek day = weekday.weekday();
        if (weekday.ordinal() != 0) {
            return first.with(TemporalAdjusters.dayOfWeekInMonth(weekday.ordinal(), day));
        }
        int from = yearly.monthDays().stream()
                .filter(number -> number > 0)
                .min(Integer::compare)
                .orElse(1);
        return first.withDayOfMonth(Math.min(from, first.lengthOfMonth())).with(TemporalAdjusters.nextOrSame(day));
    }
}
