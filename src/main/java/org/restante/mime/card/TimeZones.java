package org.restante.mime.card;

import com.ibm.icu.util.TimeZone;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The time zones of a calendar: by the names of the IANA or of Windows, or by the rules that it brings (RFC 5545 §3.6.5). */
final class TimeZones {

    private static final int MOST_ZONES = 20;
    private static final int LONGEST_NAME = 200;

    private final Map<String, Optional<ZoneId>> known = new HashMap<>();
    private final Map<String, List<Observance>> own = new HashMap<>();

    TimeZones(Component calendar) {
        calendar.all("VTIMEZONE")
                .limit(MOST_ZONES)
                .forEach(zone -> own.putIfAbsent(zone.text("TZID"), Observance.of(zone)));
    }

    /** Returns the zone, or its offset at that time; empty where it is not known. */
    Optional<ZoneId> find(String name, LocalDateTime when) {
        String plain = name.strip();
        if (plain.isEmpty() || plain.length() > LONGEST_NAME) {
            return Optional.empty();
        }
        return known.computeIfAbsent(plain, TimeZones::byName)
                .or(() -> Observance.at(own.getOrDefault(plain, List.of()), when));
    }

    /** Some write a path before the name: {@code /freeassociation.sourceforge.net/Tzfile/Europe/Berlin}. */
    private static Optional<ZoneId> byName(String name) {
        for (String rest = name; !rest.isEmpty(); rest = rest.substring(rest.indexOf('/') + 1)) {
            Optional<ZoneId> zone = iana(rest);
            if (zone.isPresent() || rest.indexOf('/') < 0) {
                return zone.or(() -> windows(name));
            }
        }
        return Optional.empty();
    }

    private static Optional<ZoneId> iana(String name) {
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<ZoneId> windows(String name) {
        String id = TimeZone.getIDForWindowsID(name, "001");
        return id == null ? Optional.empty() : iana(id);
    }
}
