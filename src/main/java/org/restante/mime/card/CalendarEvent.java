package org.restante.mime.card;

import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.restante.mime.Address;

/**
 * An event (RFC 5545 §3.6.1).
 *
 * @param uid what it is known by; empty where it has none
 * @param occurrence whether it is one of a series that was changed
 * @param end exclusive; empty where it is not known
 * @param organizer empty where nobody is named
 * @param attendees the first 100
 */
public record CalendarEvent(
        String uid,
        boolean occurrence,
        boolean cancelled,
        String summary,
        String description,
        String location,
        When start,
        Optional<When> end,
        Optional<Recurrence> recurrence,
        Optional<Address> organizer,
        List<Attendee> attendees) {

    private static final int MOST_ATTENDEES = 100;
    private static final int LONGEST_DURATION = 30;

    /** What somebody answered (RFC 5545 §3.2.12). */
    public enum Answer {
        ACCEPTED,
        DECLINED,
        TENTATIVE,
        NONE
    }

    /**
     * Who is invited.
     *
     * @param optional whether it can be without them
     */
    public record Attendee(Address who, Answer answer, boolean optional) {}

    static Optional<CalendarEvent> read(Component event, TimeZones zones) {
        return event.line("DTSTART")
                .flatMap(line -> When.read(line, zones))
                .map(start -> new CalendarEvent(
                        event.text("UID"),
                        event.line("RECURRENCE-ID").isPresent(),
                        event.text("STATUS").equalsIgnoreCase("CANCELLED"),
                        event.text("SUMMARY"),
                        event.line("DESCRIPTION").map(ContentLine::text).orElse(""),
                        event.text("LOCATION"),
                        start,
                        end(event, start, zones),
                        event.line("RRULE").flatMap(rule -> Recurrence.read(rule.value(), zones)),
                        event.line("ORGANIZER").map(CalendarEvent::person),
                        event.lines("ATTENDEE")
                                .limit(MOST_ATTENDEES)
                                .map(CalendarEvent::attendee)
                                .toList()));
    }

    private static Optional<When> end(Component event, When start, TimeZones zones) {
        return event.line("DTEND")
                .flatMap(line -> When.read(line, zones))
                .filter(end -> end.allDay() == start.allDay())
                .or(() -> event.line("DURATION")
                        .flatMap(line -> plus(start, line.value().strip())));
    }

    private static Optional<When> plus(When start, String duration) {
        try {
            if (duration.length() > LONGEST_DURATION) {
                return Optional.empty();
            }
            return Optional.of(
                    duration.contains("T") ? start.plus(Duration.parse(duration)) : start.plus(Period.parse(duration)));
        } catch (java.time.DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static Attendee attendee(ContentLine line) {
        Answer answer =
                switch (line.parameter("PARTSTAT").toUpperCase(Locale.ROOT)) {
                    case "ACCEPTED" -> Answer.ACCEPTED;
                    case "DECLINED" -> Answer.DECLINED;
                    case "TENTATIVE" -> Answer.TENTATIVE;
                    default -> Answer.NONE;
                };
        String role = line.parameter("ROLE").toUpperCase(Locale.ROOT);
        return new Attendee(person(line), answer, role.equals("OPT-PARTICIPANT") || role.equals("NON-PARTICIPANT"));
    }

    private static Address person(ContentLine line) {
        String value = line.line();
        boolean mail = value.regionMatches(true, 0, "mailto:", 0, 7);
        String name = org.restante.mime.SafeText.oneLine(line.parameter("CN"));
        String address = mail ? value.substring(7) : value;
        return new Address(name.equals(address) ? "" : name, address);
    }
}
