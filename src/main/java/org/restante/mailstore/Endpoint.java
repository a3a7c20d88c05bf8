package org.restante.mailstore;

import java.net.URI;
import java.util.Locale;

/**
 * A mail service at an address.
 *
 * @param port 1 to 65535
 */
public record Endpoint(Protocol protocol, String host, int port, Security security) {

    /** The protocols that mail is read with. */
    public enum Protocol {
        IMAP,
        POP3
    }

    /** How the connection is kept private. */
    public enum Security {
        /** TLS from the first byte (RFC 8314). */
        TLS,
        /** Upgraded before anything else is said; refused where the server does not offer it. */
        STARTTLS,
        /** None: only for loopback, or where the operator accepts it. */
        NONE
    }

    /**
     * Reads an operator's URL: {@code imaps}, {@code imap} (STARTTLS required), {@code pop3s}, {@code pop3}; {@code ?tls=off} for none.
     *
     * @throws IllegalArgumentException saying what is wrong with the URL
     */
    public static Endpoint of(URI url) {
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        boolean tls = scheme.endsWith("s");
        Protocol protocol =
                switch (scheme) {
                    case "imap", "imaps" -> Protocol.IMAP;
                    case "pop3", "pop3s" -> Protocol.POP3;
                    default ->
                        throw new IllegalArgumentException(
                                "%s: the scheme must be imaps, imap, pop3s or pop3".formatted(url));
                };
        if (url.getHost() == null) {
            throw new IllegalArgumentException("%s: a host is missing".formatted(url));
        }
        String query = url.getQuery() == null ? "" : url.getQuery();
        if (!query.isEmpty() && !(query.equals("tls=off") && !tls)) {
            throw new IllegalArgumentException("%s: the only option is ?tls=off, for imap and pop3".formatted(url));
        }
        Security security = tls ? Security.TLS : query.isEmpty() ? Security.STARTTLS : Security.NONE;
        String host = url.getHost().replaceAll("^\\[|]$", "");
        return new Endpoint(protocol, host, url.getPort() > 0 ? url.getPort() : standardPort(protocol, tls), security);
    }

    private static int standardPort(Protocol protocol, boolean tls) {
        return switch (protocol) {
            case IMAP -> tls ? 993 : 143;
            case POP3 -> tls ? 995 : 110;
        };
    }
}
