package org.restante.mime.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.restante.mime.Address;
import org.restante.mime.card.CalendarEvent.Answer;
import org.restante.mime.card.CalendarEvent.Attendee;

class CalendarTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static final String OWN_ZONE = """
            BEGIN:VTIMEZONE
            TZID:Our zone
            BEGIN:STANDARD
            DTSTART:16010101T030000
            TZOFFSETFROM:+0200
            TZOFFSETTO:+0100
            RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
            END:STANDARD
            BEGIN:DAYLIGHT
            DTSTART:16010101T020000
            TZOFFSETFROM:+0100
            TZOFFSETTO:+0200
            RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
            END:DAYLIGHT
            END:VTIMEZONE
            """;

    private static CalendarEvent event(String lines) {
        return calendar("BEGIN:VEVENT\n" + lines + "\nEND:VEVENT\n").events().get(0);
    }

    private static Calendar calendar(String components) {
        return Calendar.read("BEGIN:VCALENDAR\n" + components + "END:VCALENDAR\n");
    }

    @Test
    void an_invitation_says_what_when_where_and_who() {
        Calendar calendar = Calendar.read("""
                BEGIN:VCALENDAR
                METHOD:REQUEST
                BEGIN:VEVENT
                UID:1@x
                DTSTART;TZID=Europe/Berlin:20261124T110000
                DTEND;TZID=Europe/Berlin:20261124T123000
                SUMMARY;LANGUAGE=en:Site visit\\, with\\nthe Cour
                 ier
                LOCATION:Gate 2\\; left
                DESCRIPTION:One\\nTwo
                ORGANIZER;CN="Aalto, Margit":mailto:margit@x.example
                ATTENDEE;CN=Nora;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:MAILTO:nora@x.example
                ATTENDEE;PARTSTAT=ACCEPTED;ROLE=OPT-PARTICIPANT:mailto:kwame@x.example
                BEGIN:VALARM
                DESCRIPTION:not this one
                END:VALARM
                END:VEVENT
                END:VCALENDAR
                """.replace("\n", "\r\n"));
        assertThat(calendar.method()).isEqualTo(Calendar.Method.REQUEST);
        CalendarEvent event = calendar.events().get(0);
        assertThat(event.summary()).isEqualTo("Site visit, with the Courier");
        assertThat(event.location()).isEqualTo("Gate 2; left");
        assertThat(event.description()).isEqualTo("One\nTwo");
        assertThat(event.start().instant(BERLIN)).isEqualTo(Instant.parse("2026-11-24T10:00:00Z"));
        assertThat(event.end().orElseThrow().instant(BERLIN)).isEqualTo(Instant.parse("2026-11-24T11:30:00Z"));
        assertThat(event.organizer()).contains(new Address("Aalto, Margit", "margit@x.example"));
        assertThat(event.attendees())
                .containsExactly(
                        new Attendee(new Address("Nora", "nora@x.example"), Answer.NONE, false),
                        new Attendee(new Address("", "kwame@x.example"), Answer.ACCEPTED, true));
    }

    @ParameterizedTest
    @CsvSource({
        "DTSTART:20260701T100000Z, 2026-07-01T10:00:00Z",
        "DTSTART:20260701T100000, 2026-07-01T08:00:00Z",
        "DTSTART;TZID=America/New_York:20260701T100000, 2026-07-01T14:00:00Z",
        "DTSTART;TZID=W. Europe Standard Time:20260701T100000, 2026-07-01T08:00:00Z",
        "DTSTART;TZID=\"Pacific Standard Time\":20260101T100000, 2026-01-01T18:00:00Z",
        "DTSTART;TZID=/freeassociation.sourceforge.net/Tzfile/Asia/Tokyo:20260701T100000, 2026-07-01T01:00:00Z",
        "DTSTART;TZID=Our zone:20260701T100000, 2026-07-01T08:00:00Z",
        "DTSTART;TZID=Our zone:20261124T100000, 2026-11-24T09:00:00Z",
        "DTSTART;TZID=Our zone:20260115T100000, 2026-01-15T09:00:00Z",
        "DTSTART;TZID=Nowhere:20260701T100000, 2026-07-01T08:00:00Z",
    })
    void times_are_those_of_their_zone(String line, String instant) {
        CalendarEvent event = calendar(OWN_ZONE + "BEGIN:VEVENT\n" + line + "\nEND:VEVENT\n")
                .events()
                .get(0);
        assertThat(event.start().instant(BERLIN)).isEqualTo(Instant.parse(instant));
    }

    @Test
    void days_and_durations_are_understood() {
        CalendarEvent day = event("DTSTART;VALUE=DATE:20261224\nDURATION:P2D");
        assertThat(day.start().allDay()).isTrue();
        assertThat(day.end().orElseThrow().local().toLocalDate()).isEqualTo(LocalDate.of(2026, 12, 26));
        CalendarEvent hours = event("DTSTART:20261224T100000Z\nDURATION:PT1H30M");
        assertThat(hours.end().orElseThrow().instant(BERLIN)).isEqualTo(Instant.parse("2026-12-24T11:30:00Z"));
        assertThat(event("DTSTART:20261224T100000Z\nDURATION:P999999999W").end())
                .isEmpty();
    }

    @Test
    void repetitions_are_read() {
        Recurrence rule = event("DTSTART:20261224T100000Z\nRRULE:FREQ=MONTHLY;INTERVAL=2;BYDAY=-1FR;UNTIL=20271231")
                .recurrence()
                .orElseThrow();
        assertThat(rule.frequency()).isEqualTo(Recurrence.Frequency.MONTHLY);
        assertThat(rule.interval()).isEqualTo(2);
        assertThat(rule.days()).containsExactly(new Recurrence.Day(-1, DayOfWeek.FRIDAY));
        assertThat(rule.until().orElseThrow().allDay()).isTrue();
        assertThat(event("DTSTART:20261224T100000Z\nRRULE:FREQ=HOURLY").recurrence())
                .isEmpty();
    }

    @Test
    void rubbish_is_never_an_error_and_very_many_events_are_counted() {
        assertThat(calendar("BEGIN:VEVENT\nDTSTART:20260101\nEND:VEVENT\n".repeat(1000))
                        .more())
                .isEqualTo(995);
        assertThat(Calendar.read("BEGIN:X\n".repeat(30_000)).events()).isEmpty();
        String[] bits = {
            "BEGIN:VCALENDAR\n",
            "BEGIN:VEVENT\n",
            "END:VEVENT\n",
            "DTSTART",
            ";TZID=",
            "\"",
            ":",
            "20260229T250000",
            "RRULE:FREQ=YEARLY;BYDAY=99MO;BYMONTH=13;INTERVAL=-99999999\n",
            "DTSTART:99991231T235960Z\n",
            "DURATION:P-1W\n",
            "\n ",
            "\\",
            "BEGIN:VTIMEZONE\nTZID:",
            OWN_ZONE
        };
        Random random = new Random(3);
        for (int i = 0; i < 3000; i++) {
            StringBuilder text = new StringBuilder("BEGIN:VCALENDAR\nBEGIN:VEVENT\n");
            for (int j = random.nextInt(20); j > 0; j--) {
                text.append(bits[random.nextInt(bits.length)]);
            }
            Calendar.read(text.toString())
                    .events()
                    .forEach(event -> event.start().instant(BERLIN));
            Contact.read(text.toString().replace("VEVENT", "VCARD").replace("VCALENDAR", "VCARD"));
        }
        assertThat(List.of(bits)).isNotEmpty();
    }
}
