package org.restante.mime.html;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a link of a message leads: an address that is safe to follow, in the one form that every browser reads alike.
 *
 * @param href the address, with nothing in it that ends an attribute
 * @param host the host it leads to, in ASCII and lower case; of a mail address its domain; empty for a place within
 * the message
 */
record LinkTarget(String href, String host) {

    /** Marks the host shown behind a link that claims another; never accepted from a message. */
    static final String HOST_CLASS = "restante-host";

    private static final int LONGEST = 16_000;
    /** IPv6 (RFC 3986 §3.2.2). */
    private static final Pattern ADDRESS = Pattern.compile("\\[[0-9a-f:.]{2,45}]");

    private static final String ESCAPED = " \"'<>\\^`{|}";

    /**
     * Returns the target of an {@code href}: http, https, mailto, or a place within the message; anything else is
     * refused.
     */
    static Optional<LinkTarget> of(String href) {
        String cleaned = clean(href);
        if (cleaned.length() > LONGEST) {
            return Optional.empty();
        }
        if (cleaned.startsWith("#")) {
            return Optional.of(cleaned.substring(1))
                    .filter(Names::isName)
                    .map(name -> new LinkTarget("#" + Names.prefixed(name), ""));
        }
        int colon = cleaned.indexOf(':');
        String scheme = colon < 0 ? "" : cleaned.substring(0, colon).toLowerCase(Locale.ROOT);
        return switch (scheme) {
            case "http", "https" -> web(scheme, cleaned.substring(colon + 1));
            case "mailto" -> mail(cleaned.substring(colon + 1));
            default -> Optional.empty();
        };
    }

    /**
     * Appends the attributes of a link to here; away from the message it opens apart, and tells nothing of where it
     * was.
     */
    void appendAttributes(StringBuilder out) {
        out.append(" href=\"");
        Escaping.append(out, href);
        out.append('"');
        if (!href.startsWith("#")) {
            out.append(" target=\"_blank\" rel=\"noopener noreferrer\"");
        }
    }

    /** Appends the host for people to read, behind a link whose text names another. */
    void appendHost(StringBuilder out) {
        out.append("<span class=\"").append(HOST_CLASS).append("\">[");
        Escaping.append(out, host);
        out.append("]</span>");
    }

    /** Browsers drop tabs and line breaks anywhere, and controls and spaces at the ends (WHATWG URL §4.4). */
    private static String clean(String href) {
        StringBuilder cleaned = new StringBuilder(href.length());
        href.strip().chars().filter(c -> c > 0x1F && c != 0x7F).forEach(c -> cleaned.append((char) c));
        return cleaned.toString().strip();
    }

    private static Optional<LinkTarget> mail(String address) {
        String escaped = escape(address);
        int query = escaped.indexOf('?');
        String mailbox = query < 0 ? escaped : escaped.substring(0, query);
        String domain = mailbox.substring(mailbox.lastIndexOf('@') + 1);
        return mailbox.contains("@") || query == 0
                ? Optional.of(new LinkTarget("mailto:" + escaped, ascii(domain).orElse("")))
                : Optional.empty();
    }

    /**
     * However many slashes and of whichever kind, a browser finds the host behind them; a user name before the host
     * only deceives.
     */
    private static Optional<LinkTarget> web(String scheme, String rest) {
        int start = 0;
        while (start < rest.length() && isSlash(rest.charAt(start))) {
            start++;
        }
        int end = start;
        while (end < rest.length() && !isSlash(rest.charAt(end)) && "?#".indexOf(rest.charAt(end)) < 0) {
            end++;
        }
        String authority = rest.substring(
                rest.lastIndexOf('@', end - 1) >= start ? rest.lastIndexOf('@', end - 1) + 1 : start, end);
        int colon = authority.startsWith("[")
                ? authority.indexOf(':', Math.max(0, authority.indexOf(']')))
                : authority.indexOf(':');
        String port = colon < 0 ? "" : authority.substring(colon);
        Optional<String> host = ascii(colon < 0 ? authority : authority.substring(0, colon));
        if (host.isEmpty() || !isPort(port)) {
            return Optional.empty();
        }
        String path = escape(withSlashes(rest.substring(end)));
        return Optional.of(new LinkTarget(scheme + "://" + host.get() + port + path, host.get()));
    }

    /** A backslash before the query is a slash to browsers. */
    private static String withSlashes(String path) {
        int query = path.indexOf('?') < 0 ? path.length() : path.indexOf('?');
        return path.substring(0, query).replace('\\', '/') + path.substring(query);
    }

    private static boolean isSlash(char c) {
        return c == '/' || c == '\\';
    }

    private static boolean isPort(String port) {
        return port.isEmpty() || port.length() <= 6 && port.substring(1).chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** Returns a host name in ASCII (RFC 5891) and lower case, or empty where it is none. */
    static Optional<String> ascii(String host) {
        if (host.isEmpty() || host.length() > 255) {
            return Optional.empty();
        }
        try {
            String ascii = IDN.toASCII(host, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
            boolean valid = ascii.startsWith("[")
                    ? ADDRESS.matcher(ascii).matches()
                    : ascii.chars().allMatch(LinkTarget::isHostCharacter)
                            && !ascii.startsWith(".")
                            && !ascii.contains("..");
            return valid ? Optional.of(ascii) : Optional.empty();
        } catch (IllegalArgumentException noHost) {
            return Optional.empty();
        }
    }

    private static boolean isHostCharacter(int c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || "-._".indexOf(c) >= 0;
    }

    /** Percent-encodes what ends an attribute, is invisible, or turns the direction of writing. */
    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            boolean hidden = c > 0x7F
                    && (Character.getType(c) == Character.FORMAT
                            || Character.isWhitespace(c)
                            || !Character.isDefined(c));
            boolean broken = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
            if (hidden || Character.isSpaceChar(c) || ESCAPED.indexOf(c) >= 0) {
                for (byte octet : Character.toString(c).getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
                    escaped.append(String.format(Locale.ROOT, "%%%02X", octet & 0xFF));
                }
            } else if (!broken) {
                escaped.appendCodePoint(c);
            }
        });
        return escaped.toString();
    }
}
