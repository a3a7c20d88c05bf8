package org.restante.mime.card;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a calendar file says (RFC 5545, RFC 5546).
 *
 * @param method what is asked with it
 * @param events the first ones
 * @param more how many others there are
 */
public record Calendar(Method method, List<CalendarEvent> events, int more) {

    private static final int MOST_EVENTS = 5;

    /** What is asked with a calendar (RFC 5546 §1.4). */
    public enum Method {
        PUBLISH,
        REQUEST,
        REPLY,
        CANCEL,
        COUNTER,
        DECLINECOUNTER;

        static Method of(String name) {
            for (Method method : values()) {
                if (method.name().equals(name.strip().toUpperCase(Locale.ROOT))) {
                    return method;
                }
            }
            return PUBLISH;
        }
    }

    /** Reads the events of the first calendar, the five that come first. Never throws. */
    public static Calendar read(String text) {
        Component calendar = Component.read(text)
                .all("VCALENDAR")
                .findFirst()
                .orElseGet(() -> new Component("", List.of(), List.of()));
        TimeZones zones = new TimeZones(calendar);
        List<CalendarEvent> events = new ArrayList<>();
        List<Component> all = calendar.all("VEVENT").toList();
        for (Component event : all.subList(0, Math.min(all.size(), MOST_EVENTS))) {
            CalendarEvent.read(event, zones).ifPresent(events::add);
        }
        return new Calendar(
                Method.of(calendar.text("METHOD")), List.copyOf(events), Math.max(0, all.size() - MOST_EVENTS));
    }
}
