package org.restante.mime;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/**
 * What the operator's own servers found out about who sent a message (RFC 8601). What others wrote into such fields does not count.
 *
 * @param verified whether they vouch for the domain
 * @param domain the domain that the message says it is from
 */
public record AuthenticationResults(boolean verified, String domain) {

    private static final int LONGEST = 10_000;

    /**
     * Returns the finding; empty where none of these servers left one.
     *
     * @param servers the authserv-ids of the operator's servers, in any case
     */
    public static Optional<AuthenticationResults> of(HeaderFields header, Collection<String> servers) {
        return header.all("Authentication-Results")
                .map(AuthenticationResults::text)
                .filter(text -> servers.stream().anyMatch(server -> isOf(text, server)))
                .findFirst()
                .flatMap(text -> read(text, EnvelopeParser.of(header)));
    }

    private static String text(byte[] body) {
        String text = new String(body, 0, Math.min(body.length, LONGEST), StandardCharsets.UTF_8);
        return withoutComments(text).replaceAll("\\s+", " ").strip().toLowerCase(Locale.ROOT);
    }

    private static String withoutComments(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '(' ? 1 : 0;
            if (depth == 0) {
                plain.append(c);
            }
            depth -= c == ')' && depth > 0 ? 1 : 0;
        }
        return plain.toString();
    }

    private static boolean isOf(String text, String server) {
        int end = text.indexOf(';');
        String id = (end < 0 ? text : text.substring(0, end)).strip().split(" ")[0];
        return id.equals(server.toLowerCase(Locale.ROOT));
    }

    /** DMARC decides; without it, a signature of the sender's own organisation does. */
    private static Optional<AuthenticationResults> read(String text, Envelope envelope) {
        String from = envelope.from().stream().map(Address::address).findFirst().orElse("");
        if (from.indexOf('@') < 0) {
            return Optional.empty();
        }
        String domain = from.substring(from.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        boolean signed = false;
        for (String result : text.split(";")) {
            String words = " " + result.strip() + " ";
            if (words.startsWith(" dmarc=pass ")) {
                return Optional.of(new AuthenticationResults(true, domain));
            } else if (words.startsWith(" dmarc=fail ")) {
                return Optional.of(new AuthenticationResults(false, domain));
            }
            signed |= words.startsWith(" dkim=pass ")
                    && SenderDoubts.organisation(value(words, "header.d")).equals(SenderDoubts.organisation(domain));
        }
        return signed ? Optional.of(new AuthenticationResults(true, domain)) : Optional.empty();
    }

    private static String value(String words, String name) {
        int start = words.indexOf(" " + name + "=");
        return start < 0 ? "" : words.substring(start + name.length() + 2).split(" ")[0];
    }
}
