package org.restante.message;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.restante.mime.Address;
import org.restante.mime.card.Calendar;
import org.restante.mime.card.CalendarEvent;
import org.restante.mime.card.CalendarEvent.Answer;
import org.restante.mime.card.CalendarEvent.Attendee;
import org.restante.mime.card.When;
import org.restante.web.Dates;
import org.restante.web.Texts;

/**
 * An event that came with a message, as its page shows it.
 *
 * @param kind what it is or what is asked, in words
 * @param when in the reader's time zone
 * @param dateIso when it begins, for programs
 * @param repeats in words; empty where it does not
 */
record EventCard(
        String kind,
        boolean cancelled,
        String title,
        String when,
        String dateIso,
        String repeats,
        String location,
        Optional<Address> organizer,
        List<Guest> guests,
        String notes) {

    /** Somebody who is invited. */
    record Guest(Address who, String answer, boolean accepted) {}

    static EventCard of(Calendar calendar, CalendarEvent event, Dates dates, Texts texts) {
        boolean cancelled = event.cancelled() || calendar.method() == Calendar.Method.CANCEL;
        return new EventCard(
                cancelled ? texts.get("message.event.cancelled") : kind(calendar, event, texts),
                cancelled,
                event.summary().isBlank() ? texts.get("message.event.noTitle") : event.summary(),
                when(event, dates),
                iso(event.start(), dates),
                event.occurrence() ? texts.get("message.event.occurrence") : RecurrenceWords.of(event, dates, texts),
                event.location(),
                event.organizer(),
                calendar.method() == Calendar.Method.REPLY
                        ? List.of()
                        : event.attendees().stream()
                                .map(attendee -> guest(attendee, texts))
                                .toList(),
                event.description());
    }

    private static String kind(Calendar calendar, CalendarEvent event, Texts texts) {
        return switch (calendar.method()) {
            case REQUEST -> texts.get("message.event.invitation");
            case REPLY ->
                event.attendees().stream()
                        .findFirst()
                        .map(attendee -> answered(attendee, texts))
                        .orElseGet(() -> texts.get("message.event"));
            case COUNTER -> texts.get("message.event.counter");
            default -> texts.get("message.event");
        };
    }

    private static String answered(Attendee attendee, Texts texts) {
        String who = attendee.who().display();
        return switch (attendee.answer()) {
            case ACCEPTED -> texts.get("message.event.accepted", who);
            case DECLINED -> texts.get("message.event.declined", who);
            case TENTATIVE -> texts.get("message.event.tentative", who);
            case NONE -> who;
        };
    }

    private static Guest guest(Attendee attendee, Texts texts) {
        String answer =
                switch (attendee.answer()) {
                    case ACCEPTED -> texts.get("message.event.guest.accepted");
                    case DECLINED -> texts.get("message.event.guest.declined");
                    case TENTATIVE -> texts.get("message.event.guest.tentative");
                    case NONE -> attendee.optional() ? texts.get("message.event.guest.optional") : "";
                };
        return new Guest(attendee.who(), answer, attendee.answer() == Answer.ACCEPTED);
    }

    /** A day ends before the one that is named as its end (RFC 5545 §3.6.1). */
    private static String when(CalendarEvent event, Dates dates) {
        When start = event.start();
        if (start.allDay()) {
            LocalDate first = start.local().toLocalDate();
            LocalDate last = event.end()
                    .map(end -> end.local().toLocalDate().minusDays(1))
                    .filter(end -> end.isAfter(first))
                    .orElse(first);
            return dates.days(first, last);
        }
        Instant begin = start.instant(dates.zone());
        Instant end = event.end()
                .map(moment -> moment.instant(dates.zone()))
                .filter(moment -> moment.isAfter(begin))
                .orElse(begin);
        return end.equals(begin) ? dates.full(begin) : dates.span(begin, end);
    }

    private static String iso(When start, Dates dates) {
        return start.allDay() ? start.local().toLocalDate().toString() : dates.iso(start.instant(dates.zone()));
    }
}
