package org.restante.mime.card;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How an event repeats (RFC 5545 §3.3.10).
 *
 * @param interval every so many days, weeks, months or years
 * @param days weekdays, each with its number in the month or year, or 0 for all of them
 * @param monthDays days of the month; negative from its end
 * @param months from 1
 * @param positions which of those that the rest yields; negative from the end
 * @param count how often; 0 where that is not said
 * @param plain whether the rule says nothing beside this
 */
public record Recurrence(
        Frequency frequency,
        int interval,
        List<Day> days,
        List<Integer> monthDays,
        List<Integer> months,
        List<Integer> positions,
        int count,
        Optional<When> until,
        boolean plain) {

    private static final int LONGEST = 1000;
    private static final int MOST = 400;
    private static final Pattern DAY = Pattern.compile("([+-]?\\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)");
    private static final List<String> DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");
    private static final List<String> FURTHER = List.of("BYHOUR", "BYMINUTE", "BYSECOND", "BYYEARDAY", "BYWEEKNO");

    /** How often. */
    public enum Frequency {
        DAILY,
        WEEKLY,
        MONTHLY,
        YEARLY
    }

    /** A weekday. */
    public record Day(int ordinal, DayOfWeek weekday) {}

    /** Reads a rule; empty where it is none, or one by the hour. */
    static Optional<Recurrence> read(String rule, TimeZones zones) {
        Map<String, String> parts = new HashMap<>();
        for (String part : rule.substring(0, Math.min(rule.length(), LONGEST))
                .toUpperCase(Locale.ROOT)
                .split(";")) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                parts.putIfAbsent(
                        part.substring(0, equals).strip(),
                        part.substring(equals + 1).strip());
            }
        }
        return Arrays.stream(Frequency.values())
                .filter(frequency -> frequency.name().equals(parts.get("FREQ")))
                .findFirst()
                .map(frequency -> new Recurrence(
                        frequency,
                        Math.max(1, number(parts.getOrDefault("INTERVAL", "1"))),
                        days(parts.getOrDefault("BYDAY", "")),
                        numbers(parts.getOrDefault("BYMONTHDAY", ""), 31),
                        numbers(parts.getOrDefault("BYMONTH", ""), 12).stream()
                                .filter(month -> month > 0)
                                .toList(),
                        numbers(parts.getOrDefault("BYSETPOS", ""), 366),
                        Math.max(0, number(parts.getOrDefault("COUNT", "0"))),
                        When.read(parts.getOrDefault("UNTIL", ""), "", zones),
                        FURTHER.stream().noneMatch(parts::containsKey)));
    }

    private static List<Day> days(String list) {
        return Stream.of(list.split(","))
                .limit(MOST)
                .map(day -> DAY.matcher(day.strip()))
                .filter(Matcher::matches)
                .map(day -> new Day(
                        day.group(1) == null ? 0 : number(day.group(1)), DayOfWeek.of(DAYS.indexOf(day.group(2)) + 1)))
                .filter(day -> Math.abs(day.ordinal) <= 53)
                .distinct()
                .toList();
    }

    private static List<Integer> numbers(String list, int most) {
        return Stream.of(list.split(","))
                .limit(MOST)
                .map(number -> number(number.strip()))
                .filter(number -> number != 0 && Math.abs(number) <= most)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static int number(String text) {
        return text.matches("[+-]?\\d{1,6}") ? Integer.parseInt(text) : 0;
    }
}
