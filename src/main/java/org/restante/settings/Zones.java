package org.restante.settings;

import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.TimeZone.SystemTimeZoneType;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** The time zones of the world's places (tz database). */
final class Zones {

    private Zones() {}

    static List<String> withBrowsers() {
        Set<String> known = ZoneId.getAvailableZoneIds();
        Stream<String> places = TimeZone.getAvailableIDs(SystemTimeZoneType.CANONICAL_LOCATION, null, null).stream()
                .filter(known::contains);
        return Stream.concat(Stream.of(Setting.BROWSER), places).toList();
    }

    /** Returns what people call a zone: its place and what the clocks there show now, such as "Berlin (UTC+01:00)". */
    static String name(String zone, Locale locale, Instant now) {
        String place = TimeZoneNames.getInstance(locale).getExemplarLocationName(zone);
        ZoneOffset offset = ZoneId.of(zone).getRules().getOffset(now);
        return (place == null ? zone : place) + " (UTC" + (offset.equals(ZoneOffset.UTC) ? "" : offset) + ")";
    }
}
