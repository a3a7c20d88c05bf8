package org.restante.web;

import com.ibm.icu.text.DateTimePatternGenerator;
import com.ibm.icu.text.NumberingSystem;
import com.ibm.icu.util.ULocale;
import java.time.format.DateTimeFormatter;
import java.time.format.DecimalStyle;
import java.util.Locale;

/** How dates and times are written in a locale, after the Unicode CLDR. */
final class DatePatterns {

    final DateTimeFormatter time;
    final DateTimeFormatter weekday;
    final DateTimeFormatter day;
    final DateTimeFormatter year;
    final DateTimeFormatter moment;
    final DateTimeFormatter date;
    final DateTimeFormatter full;
    final DateTimeFormatter dayOfYear;

    DatePatterns(Locale locale) {
        DateTimePatternGenerator patterns = DateTimePatternGenerator.getInstance(ULocale.forLocale(locale));
        DecimalStyle digits = DecimalStyle.STANDARD.withZeroDigit(zero(locale));
        time = formatter(patterns, "jm", locale, digits);
        weekday = formatter(patterns, "cccc", locale, digits);
        day = formatter(patterns, "MMMd", locale, digits);
        year = formatter(patterns, "yMMMd", locale, digits);
        moment = formatter(patterns, "yMMMdjm", locale, digits);
        date = formatter(patterns, "yMMMMd", locale, digits);
        dayOfYear = formatter(patterns, "MMMMd", locale, digits);
        full = formatter(patterns, "yMMMMEEEEdjm", locale, digits);
    }

    private static DateTimeFormatter formatter(
            DateTimePatternGenerator patterns, String skeleton, Locale locale, DecimalStyle digits) {
        return DateTimeFormatter.ofPattern(patterns.getBestPattern(skeleton), locale)
                .withDecimalStyle(digits);
    }

    private static char zero(Locale locale) {
        NumberingSystem digits = NumberingSystem.getInstance(locale);
        return digits.isAlgorithmic() ? '0' : digits.getDescription().charAt(0);
    }
}
