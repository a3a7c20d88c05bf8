package org.restante.mime.html;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Finds pictures that are there to tell their sender who looks, and when: those that cannot be seen, and those of well-known counters. */
final class Trackers {

    private static final Pattern TINY = Pattern.compile("0*[01](px)?");
    private static final List<String> TINY_WIDTHS = List.of("width:0", "width:1px");
    private static final List<String> TINY_HEIGHTS = List.of("height:0", "height:1px");
    private static final List<String> HIDING = List.of("display:none", "visibility:hidden", "opacity:0;");

    /** Hosts that serve nothing but counters. */
    private static final List<String> HOSTS = List.of(
            "google-analytics.com",
            "doubleclick.net",
            "mailtrack.io",
            "mltrk.io",
            "getnotify.com",
            "yesware.com",
            "bananatag.com",
            "mailfoogae.appspot.com",
            "pixel.app.returnpath.net",
            "emltrk.com",
            "open.convertkit-mail.com",
            "track.customer.io",
            "e.customeriomail.com",
            "trk.klclick.com",
            "t.sidekickopen.com",
            "tracking.getmailspring.com");

    /** Where services that send mail for others count who opened it. */
    private static final List<String> PATHS = List.of(
            "/wf/open",
            "/track/open",
            "/trk/open",
            "/e/o/",
            "/e2t/to/",
            "/o.gif",
            "/open.aspx",
            "/open.gif",
            "/open.php",
            "/pixel.gif",
            "/pixel.png",
            "/beacon.gif");

    private Trackers() {}

    /** Returns whether this picture of another site is one. */
    static boolean isOne(Element image, String url) {
        String style = ";" + image.attr("style").toLowerCase(Locale.ROOT).replaceAll("\\s+", "") + ";";
        return isHidden(image, style) || isTiny(image, style) || isCounter(url);
    }

    private static boolean isHidden(Element image, String style) {
        return image.hasAttr("hidden") || HIDING.stream().anyMatch(style::contains);
    }

    private static boolean isTiny(Element image, String style) {
        return (isTiny(image.attr("width")) || TINY_WIDTHS.stream().anyMatch(style::contains))
                && (isTiny(image.attr("height")) || TINY_HEIGHTS.stream().anyMatch(style::contains));
    }

    private static boolean isTiny(String length) {
        return length.length() < 10
                && TINY.matcher(length.strip().toLowerCase(Locale.ROOT)).matches();
    }

    private static boolean isCounter(String url) {
        try {
            URI address = URI.create(url);
            String host = "." + String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
            String path = String.valueOf(address.getRawPath()).toLowerCase(Locale.ROOT);
            return HOSTS.stream().anyMatch(counter -> host.endsWith("." + counter))
                    || PATHS.stream().anyMatch(path::startsWith);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
