package org.restante.web;

import java.util.Locale;

/** Sizes as people say them. */
public final class Sizes {

    private static final String[] UNITS = {"kB", "MB", "GB", "TB"};

    private Sizes() {}

    /** Returns octets in words, in powers of ten with two figures at least: {@code 0 B}, {@code 4.2 kB}, {@code 13 MB}. */
    public static String of(long octets) {
        if (octets < 1000) {
            return octets + " B";
        }
        double value = octets / 1000.0;
        int unit = 0;
        while (value >= 999.5 && unit < UNITS.length - 1) {
            value /= 1000;
            unit++;
        }
        return String.format(Locale.ENGLISH, value < 9.95 ? "%.1f %s" : "%.0f %s", value, UNITS[unit]);
    }
}
