package org.restante.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatesTest {

    private final Dates dates =
            new Dates(Instant.parse("2026-11-23T12:00:00Z"), ZoneId.of("Europe/Berlin"), TextsOf.locale("en-GB"));

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T13:05:00Z, 14:05",
        "2026-11-22T23:10:00Z, 00:10",
        "2026-11-22T22:59:00Z, Yesterday",
        "2026-11-20T10:00:00Z, Friday",
        "2026-11-17T10:00:00Z, Tuesday",
        "2026-11-16T10:00:00Z, 16 Nov",
        "2026-01-02T10:00:00Z, 2 Jan",
        "2025-12-31T22:00:00Z, 31 Dec 2025",
        "2026-11-24T10:00:00Z, 24 Nov",
        "1970-01-01T00:00:00Z, 1 Jan 1970",
    })
    void are_said_briefly_in_the_persons_zone(Instant instant, String brief) {
        assertThat(dates.brief(instant)).isEqualTo(brief);
    }

    @org.junit.jupiter.api.Test
    void are_said_in_full_and_for_machines() {
        Instant instant = Instant.parse("2026-11-23T13:05:09.5Z");

        assertThat(dates.full(instant)).isEqualTo("Monday, 23 November 2026 at 14:05");
        assertThat(dates.iso(instant)).isEqualTo("2026-11-23T14:05:09+01:00");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en-US | 2:05 PM | Nov 16",
                "de-DE | 14:05 | 16. Nov.",
                "pt-BR | 14:05 | 16 de nov.",
                "ru-RU | 14:05 | 16 нояб.",
                "ar | 2:05 م | 16 نوفمبر",
                "ar-EG | ٢:٠٥ م | ١٦ نوفمبر",
                "ja-JP | 14:05 | 11月16日",
                "zh-TW | 下午2:05 | 11月16日",
            })
    void are_said_as_the_locale_says_them(String locale, String time, String day) {
        Dates local =
                new Dates(Instant.parse("2026-11-23T12:00:00Z"), ZoneId.of("Europe/Berlin"), TextsOf.locale(locale));

        assertThat(local.brief(Instant.parse("2026-11-23T13:05:00Z")).replaceAll("[\\u00a0\\u202f]", " "))
                .isEqualTo(time);
        assertThat(local.brief(Instant.parse("2026-11-16T10:00:00Z"))).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T13:05:00Z, Today",
        "2026-11-22T13:05:00Z, Yesterday",
        "2026-11-20T13:05:00Z, Friday",
        "2026-11-16T13:05:00Z, 16 November 2026",
        "2026-11-24T13:05:00Z, 24 November 2026"
    })
    void head_what_happened_on_a_day(Instant instant, String heading) {
        assertThat(dates.day(instant)).isEqualTo(heading);
    }
}
