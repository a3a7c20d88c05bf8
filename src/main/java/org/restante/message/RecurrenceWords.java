package org.restante.message;

import com.ibm.icu.text.ListFormatter;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.restante.mime.card.CalendarEvent;
import org.restante.mime.card.Recurrence;
import org.restante.mime.card.Recurrence.Day;
import org.restante.mime.card.Recurrence.Frequency;
import org.restante.mime.card.When;
import org.restante.web.Dates;
import org.restante.web.Texts;

/** Says in words how an event repeats: how often, on what days, until when. */
record RecurrenceWords(Recurrence rule, When start, Dates dates, Texts texts) {

    private static final int LAST = -1;
    private static final int FIFTH = 5;

    /** Returns the words; empty where the event does not repeat. */
    static String of(CalendarEvent event, Dates dates, Texts texts) {
        return event.recurrence()
                .map(rule -> new RecurrenceWords(rule, event.start(), dates, texts).say())
                .orElse("");
    }

    private String say() {
        if (!rule.plain() || !isSayable()) {
            return texts.get("message.repeats.other");
        }
        List<String> on = on();
        String often = often();
        String said = on.isEmpty() ? often : texts.get("message.repeats.on", often, list(on));
        if (rule.until().isPresent()) {
            return texts.get("message.repeats.until", said, end(rule.until().get()));
        }
        return rule.count() == 0 ? said : texts.get("message.repeats.count", said, rule.count());
    }

    /** Rules that hardly anybody writes would be said wrongly. */
    private boolean isSayable() {
        boolean ordinals = rule.days().stream().anyMatch(day -> day.ordinal() != 0);
        boolean nth = rule.days().stream().allMatch(day -> day.ordinal() == 0 || isNth(day.ordinal()));
        boolean positions = rule.positions().isEmpty()
                || rule.frequency() == Frequency.MONTHLY
                        && !ordinals
                        && rule.days().size() == 1
                        && rule.positions().stream().allMatch(RecurrenceWords::isNth);
        return nth
                && positions
                && switch (rule.frequency()) {
                    case DAILY -> rule.monthDays().isEmpty() && rule.months().isEmpty() && !ordinals;
                    case WEEKLY -> rule.monthDays().isEmpty() && rule.months().isEmpty() && !ordinals;
                    case MONTHLY ->
                        rule.months().isEmpty()
                                && (rule.monthDays().isEmpty() || rule.days().isEmpty())
                                && rule.monthDays().stream().allMatch(day -> day >= LAST);
                    case YEARLY ->
                        rule.months().size() <= 1
                                && rule.days().isEmpty()
                                && rule.monthDays().size() <= 1
                                && rule.monthDays().stream().allMatch(day -> day > 0);
                };
    }

    private static boolean isNth(int number) {
        return number >= LAST && number <= FIFTH && number != 0;
    }

    private String often() {
        int interval = rule.interval();
        return switch (rule.frequency()) {
            case DAILY -> texts.get("message.repeats.daily", interval);
            case WEEKLY -> texts.get("message.repeats.weekly", interval);
            case MONTHLY -> texts.get("message.repeats.monthly", interval);
            case YEARLY -> texts.get("message.repeats.yearly", interval);
        };
    }

    private List<String> on() {
        return switch (rule.frequency()) {
            case DAILY -> weekdays();
            case WEEKLY -> rule.days().isEmpty() ? List.of(name(start.local().getDayOfWeek())) : weekdays();
            case MONTHLY -> inMonth();
            case YEARLY -> List.of(inYear());
        };
    }

    private List<String> weekdays() {
        return rule.days().stream().map(Day::weekday).sorted().map(this::name).toList();
    }

    private List<String> inMonth() {
        if (!rule.monthDays().isEmpty()) {
            return rule.monthDays().stream().map(this::dayOfMonth).toList();
        }
        if (rule.days().isEmpty()) {
            return List.of(dayOfMonth(start.local().getDayOfMonth()));
        }
        List<String> days = new ArrayList<>();
        for (Day day : rule.days()) {
            Stream<Integer> numbers = day.ordinal() == 0 ? rule.positions().stream() : Stream.of(day.ordinal());
            List<String> nth = numbers.map(
                            number -> texts.get("message.repeats.nth", String.valueOf(number), name(day.weekday())))
                    .toList();
            days.addAll(nth.isEmpty() ? List.of(name(day.weekday())) : nth);
        }
        return days;
    }

    private String dayOfMonth(int day) {
        return day == LAST ? texts.get("message.repeats.lastDay") : texts.get("message.repeats.day", day);
    }

    private String inYear() {
        int month = rule.months().isEmpty()
                ? start.local().getMonthValue()
                : rule.months().get(0);
        int day = rule.monthDays().isEmpty()
                ? start.local().getDayOfMonth()
                : rule.monthDays().get(0);
        return dates.dayOfYear(Month.of(month), Math.min(day, Month.of(month).maxLength()));
    }

    private String end(When until) {
        return until.allDay() || start.allDay()
                ? dates.date(until.local().toLocalDate())
                : dates.date(until.instant(dates.zone()).atZone(dates.zone()).toLocalDate());
    }

    private String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL_STANDALONE, texts.locale());
    }

    private String list(List<String> parts) {
        return ListFormatter.getInstance(texts.locale()).format(parts);
    }
}
