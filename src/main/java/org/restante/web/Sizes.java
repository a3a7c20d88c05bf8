package org.restante.web;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.Precision;
import com.ibm.icu.util.MeasureUnit;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

/** Sizes as people of a locale say them. */
final class Sizes {

    private static final List<MeasureUnit> UNITS =
            List.of(MeasureUnit.KILOBYTE, MeasureUnit.MEGABYTE, MeasureUnit.GIGABYTE, MeasureUnit.TERABYTE);

    private final List<LocalizedNumberFormatter> precise;
    private final List<LocalizedNumberFormatter> round;

    Sizes(Locale locale) {
        precise = formatters(locale, Precision.fixedFraction(1));
        round = formatters(locale, Precision.integer());
    }

    private static List<LocalizedNumberFormatter> formatters(Locale locale, Precision precision) {
        return UNITS.stream()
                .map(unit -> NumberFormatter.withLocale(locale)
                        .unit(unit)
                        .unitWidth(NumberFormatter.UnitWidth.SHORT)
                        .roundingMode(RoundingMode.HALF_UP)
                        .precision(precision))
                .toList();
    }

    /** Returns 1,000 octets and more in words, in powers of ten with two figures at least: {@code 4.2 kB}, {@code 13 MB}. */
    String of(long octets) {
        double value = octets / 1000.0;
        int unit = 0;
        while (value >= 999.5 && unit < UNITS.size() - 1) {
            value /= 1000;
            unit++;
        }
        return (value < 9.95 ? precise : round).get(unit).format(value).toString();
    }
}
