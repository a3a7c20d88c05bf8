package org.restante.account;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.restante.mailstore.Endpoint.Security;

/**
 * Where mail is sent (RFC 6409).
 *
 * @param authenticated whether people sign in there; a relay may take mail without
 * @param certificate PEM file of the authority to trust instead of the system's, where there is one
 * @param connectLimit how long connecting may take
 * @param exchangeLimit how long an answer may take
 */
public record SubmissionServer(
        String host,
        int port,
        Security security,
        boolean authenticated,
        Optional<Path> certificate,
        Duration connectLimit,
        Duration exchangeLimit) {

    private static final int SUBMISSIONS = 465;
    private static final int SUBMISSION = 587;

    /**
     * Reads an operator's URL: {@code smtps}, {@code smtp} (STARTTLS required); {@code ?tls=off} for none, {@code ?auth=off} for a relay.
     *
     * @throws IllegalArgumentException saying what is wrong with the URL
     */
    static SubmissionServer of(URI url, Optional<Path> certificate, RestanteProperties.Limits limits) {
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        boolean tls = scheme.equals("smtps");
        if (!tls && !scheme.equals("smtp")) {
            throw new IllegalArgumentException("%s: the scheme must be smtps or smtp".formatted(url));
        }
        if (url.getHost() == null) {
            throw new IllegalArgumentException("%s: a host is missing".formatted(url));
        }
        String query = url.getQuery() == null ? "" : url.getQuery();
        List<String> options = new ArrayList<>(Arrays.asList(query.split("&")));
        boolean inClear = !tls && options.remove("tls=off");
        boolean relay = options.remove("auth=off");
        options.remove("");
        if (!options.isEmpty()) {
            throw new IllegalArgumentException(
                    "%s: the only options are ?auth=off and, for smtp, ?tls=off".formatted(url));
        }
        int port = url.getPort() > 0 ? url.getPort() : tls ? SUBMISSIONS : SUBMISSION;
        Security security = tls ? Security.TLS : inClear ? Security.NONE : Security.STARTTLS;
        return new SubmissionServer(
                url.getHost().replaceAll("^\\[|]$", ""),
                port,
                security,
                !relay,
                certificate,
                limits.connect(),
                limits.exchange());
    }
}
