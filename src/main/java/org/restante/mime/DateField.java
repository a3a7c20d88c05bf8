package org.restante.mime;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as mail writes them: the Date field with its obsolete forms (RFC 5322 §3.3, §4.3), and INTERNALDATE (RFC 9051 §9). */
public final class DateField {

    private static final Pattern FORM = Pattern.compile(
            "\\s*(?:[\\p{L}.]+\\s*,?\\s*)?(\\d{1,2})[\\s-]+(\\p{Alpha}{3})\\p{Alpha}*\\.?[\\s-]+(\\d{2,4})[\\s,]+"
                    + "(\\d{1,2})[:.](\\d{1,2})(?:[:.](\\d{1,2})(?:\\.\\d+)?)?\\s*(?:([+-])(\\d{2}):?(\\d{2})|(\\p{Alpha}*)).*");
    private static final Pattern COMMENT = Pattern.compile("\\([^()]*\\)");
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final Map<String, Integer> AMERICAN_ZONES =
            Map.of("EST", -5, "EDT", -4, "CST", -6, "CDT", -5, "MST", -7, "MDT", -6, "PST", -8, "PDT", -7);
    private static final int LONGEST = 200;

    private DateField() {}

    /** Returns the time that the text says, with its offset from UTC; empty where it says none. */
    public static Optional<OffsetDateTime> parse(String text) {
        Optional<OffsetDateTime> usual = UsualDate.parse(text);
        return usual.isPresent() ? usual : parseOdd(text);
    }

    private static Optional<OffsetDateTime> parseOdd(String text) {
        String plain = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        if (plain.indexOf('(') >= 0) {
            plain = COMMENT.matcher(plain).replaceAll(" ");
        }
        Matcher match = FORM.matcher(plain);
        int month = match.matches() ? MONTHS.indexOf(match.group(2).toLowerCase(Locale.ROOT)) : -1;
        if (month < 0 || month % 3 != 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.of(
                    year(match.group(3)),
                    month / 3 + 1,
                    Integer.parseInt(match.group(1)),
                    Integer.parseInt(match.group(4)),
                    Integer.parseInt(match.group(5)),
                    second(match.group(6)),
                    0,
                    zone(match)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Two and three digits as RFC 5322 §4.3 reads them. */
    private static int year(String digits) {
        int year = Integer.parseInt(digits);
        return digits.length() == 4 ? year : year + (digits.length() == 2 && year < 50 ? 2000 : 1900);
    }

    /** A leap second is the second before it. */
    private static int second(String digits) {
        int second = digits == null ? 0 : Integer.parseInt(digits);
        return second == 60 ? 59 : second;
    }

    private static ZoneOffset zone(Matcher match) {
        if (match.group(7) == null) {
            return ZoneOffset.ofHours(
                    AMERICAN_ZONES.getOrDefault(match.group(10).toUpperCase(Locale.ROOT), 0));
        }
        int sign = match.group(7).equals("-") ? -1 : 1;
        return ZoneOffset.ofHoursMinutes(
                sign * Integer.parseInt(match.group(8)), sign * Integer.parseInt(match.group(9)));
    }
}
