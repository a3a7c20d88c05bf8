package org.restante.mime.html;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The {@code cid:} addresses of RFC 2392. */
final class ContentIds {

    private static final int LONGEST = 500;

    private ContentIds() {}

    /** Returns the Content-ID that a {@code cid:} URL names, or an empty string for any other. */
    static String ofUrl(String url) {
        if (!url.toLowerCase(Locale.ROOT).startsWith("cid:")) {
            return "";
        }
        String escaped = url.substring(4).replace("+", "%2B");
        try {
            return URLDecoder.decode(escaped, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEscaped) {
            return url.substring(4);
        }
    }

    /** Returns whether this can be a Content-ID: short, visible ASCII. */
    static boolean isOne(String contentId) {
        return !contentId.isEmpty()
                && contentId.length() <= LONGEST
                && contentId.chars().allMatch(c -> c > 0x20 && c < 0x7F);
    }

    /** Returns whether this is a path from the root of this site, which leads to no other. */
    static boolean isPath(String path) {
        return path.startsWith("/") && !path.startsWith("//") && path.indexOf('\\') < 0;
    }
}
