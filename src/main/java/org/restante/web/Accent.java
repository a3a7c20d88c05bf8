package org.restante.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The operator's colour, darkened or lightened until it can be read as text (WCAG 2.2, 1.4.3), with room for the tinted surfaces it also
 * stands on.
 *
 * @param red 0 to 255
 * @param green 0 to 255
 * @param blue 0 to 255
 */
record Accent(int red, int green, int blue) {

    private static final Pattern FORM =
            Pattern.compile("#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})", Pattern.CASE_INSENSITIVE);
    private static final Accent WHITE = new Accent(255, 255, 255);
    private static final Accent BLACK = new Accent(0, 0, 0);
    private static final Accent NIGHT = new Accent(36, 40, 44);
    private static final double READABLE = 5.8;
    private static final int STEPS = 50;

    /**
     * Reads a colour.
     *
     * @throws IllegalArgumentException where it is not of the form {@code #rrggbb}
     */
    static Accent of(String colour) {
        Matcher parts = FORM.matcher(colour);
        if (!parts.matches()) {
            throw new IllegalArgumentException("restante.brand.accent must be a colour such as #0f6b6b, not " + colour);
        }
        return new Accent(
                Integer.parseInt(parts.group(1), 16),
                Integer.parseInt(parts.group(2), 16),
                Integer.parseInt(parts.group(3), 16));
    }

    /** Returns the style sheet's part that says it, for light and for dark surfaces. */
    String style() {
        Accent dark = readable(BLACK, BLACK, WHITE);
        Accent light = readable(brightest().mixed(WHITE, 0.4), WHITE, NIGHT);
        return "@layer tokens{:root{--brand-on-light:%s;--brand-on-dark:%s}}".formatted(dark, light);
    }

    /** Goes by way of one colour to another until the contrast suffices: a detour keeps it from fading to grey. */
    private Accent readable(Accent way, Accent end, Accent surface) {
        for (int step = 0; step < STEPS; step++) {
            Accent colour = mixed(way, (double) step / STEPS);
            if (colour.contrast(surface) >= READABLE) {
                return colour;
            }
        }
        return way.equals(end) ? end : way.readable(end, end, surface);
    }

    private Accent brightest() {
        double scale = 255.0 / Math.max(1, Math.max(red, Math.max(green, blue)));
        return new Accent((int) (red * scale), (int) (green * scale), (int) (blue * scale));
    }

    private Accent mixed(Accent other, double share) {
        return new Accent(
                mixed(red, other.red, share), mixed(green, other.green, share), mixed(blue, other.blue, share));
    }

    private static int mixed(int from, int to, double share) {
        return (int) Math.round(from + (to - from) * share);
    }

    /** Returns the contrast to another colour, 1 to 21. */
    double contrast(Accent other) {
        double light = Math.max(luminance(), other.luminance());
        double dark = Math.min(luminance(), other.luminance());
        return (light + 0.05) / (dark + 0.05);
    }

    private double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    @Override
    public String toString() {
        return "#%02x%02x%02x".formatted(red, green, blue);
    }
}
