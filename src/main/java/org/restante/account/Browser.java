package org.restante.account;

import java.time.ZoneId;

/**
 * What is known of the browser that somebody signs in with.
 *
 * @param userAgent what it calls itself, shortened to 255 characters
 * @param stay whether the person wants to stay signed in there
 */
public record Browser(String userAgent, ZoneId zone, boolean stay) {

    private static final int LONGEST = 255;

    public Browser {
        String printable = userAgent == null ? "" : userAgent.replaceAll("\\p{Cntrl}", " ");
        userAgent = printable.substring(0, Math.min(printable.length(), LONGEST));
    }
}
