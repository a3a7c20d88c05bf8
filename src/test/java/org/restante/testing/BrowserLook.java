package org.restante.testing;

import com.microsoft.playwright.options.ColorScheme;

/**
 * The circumstances in which a person looks at a page.
 *
 * @param width of the window in CSS pixels
 * @param height of the window in CSS pixels
 */
public record BrowserLook(int width, int height, ColorScheme colours, boolean script) {

    /** A window on a desk, in light colours, with JavaScript. */
    public static final BrowserLook DESKTOP = new BrowserLook(1280, 800, ColorScheme.LIGHT, true);

    /** A telephone held upright, in light colours, with JavaScript. */
    public static final BrowserLook PHONE = new BrowserLook(390, 844, ColorScheme.LIGHT, true);

    /** A window on a desk whose page is enlarged to 400 %. */
    public static final BrowserLook ENLARGED = new BrowserLook(320, 256, ColorScheme.LIGHT, true);

    /** Returns the same in dark colours. */
    public BrowserLook dark() {
        return new BrowserLook(width, height, ColorScheme.DARK, script);
    }

    /** Returns the same with JavaScript switched off. */
    public BrowserLook withoutScript() {
        return new BrowserLook(width, height, colours, false);
    }

    /** Returns a short name, fit for a file's. */
    @Override
    public String toString() {
        return (width < 600 ? "phone" : "desktop")
                + (colours == ColorScheme.DARK ? "-dark" : "-light")
                + (script ? "" : "-without-script");
    }
}
