package org.restante.mime;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as mail writes them: the Date field with its obsolete forms (RFC 5322 §3.3, §4.3), and INTERNALDATE (RFC 9051 §9). */
public final class DateField {

    private static final Pattern FORM = Pattern.compile(
            "(?:[\\p{L}.]+\\s*,?\\s*)?(\\d{1,2})[\\s-]+(\\p{Alpha}{3})\\p{Alpha}*\\.?[\\s-]+(\\d{2,4})"
                    + "[\\s,]+(\\d{1,2})[:.](\\d{1,2})(?:[:.](\\d{1,2})(?:\\.\\d+)?)?\\s*([+-]\\d{4}|[+-]\\d{2}:\\d{2}|\\p{Alpha}*).*");
    private static final DateTimeFormatter CANONICAL = DateTimeFormatter.ofPattern("d MMM yyyy H:m:s Z", Locale.US);
    private static final Map<String, String> ZONES = Map.of(
            "EST", "-0500", "EDT", "-0400", "CST", "-0600", "CDT", "-0500", "MST", "-0700", "MDT", "-0600", "PST",
            "-0800", "PDT", "-0700");
    private static final int LONGEST = 200;

    private DateField() {}

    /** Returns the time that the text says, with its offset from UTC; empty where it says none. */
    public static Optional<OffsetDateTime> parse(String text) {
        String plain = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        Matcher match = FORM.matcher(plain.replaceAll("\\([^()]*\\)", " ").strip());
        if (!match.matches()) {
            return Optional.empty();
        }
        String month = match.group(2).substring(0, 1).toUpperCase(Locale.ROOT)
                + match.group(2).substring(1).toLowerCase(Locale.ROOT);
        String second = match.group(6) == null ? "0" : match.group(6).equals("60") ? "59" : match.group(6);
        String canonical = "%s %s %04d %s:%s:%s %s"
                .formatted(
                        match.group(1),
                        month,
                        year(match.group(3)),
                        match.group(4),
                        match.group(5),
                        second,
                        zone(match.group(7)));
        try {
            return Optional.of(OffsetDateTime.parse(canonical, CANONICAL));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Two and three digits as RFC 5322 §4.3 reads them. */
    private static int year(String digits) {
        int year = Integer.parseInt(digits);
        return digits.length() == 4 ? year : year + (digits.length() == 2 && year < 50 ? 2000 : 1900);
    }

    private static String zone(String zone) {
        return zone.startsWith("+") || zone.startsWith("-")
                ? zone.replace(":", "")
                : ZONES.getOrDefault(zone.toUpperCase(Locale.ROOT), "+0000");
    }
}
