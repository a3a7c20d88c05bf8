package org.restante.account;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.restante.account.ServerProperties.LoginName;
import org.restante.account.ServerProperties.Plaintext;
import org.restante.mailstore.Endpoint;
import org.restante.mailstore.MailServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;

/** A mail server whose configuration was checked. */
record ConfiguredServer(MailServer server, Optional<SubmissionServer> submission, ServerProperties properties) {

    private static final Pattern FILING =
            Pattern.compile("(^|\\.)(gmail|googlemail|office365|outlook|hotmail)\\.com$", Pattern.CASE_INSENSITIVE);

    private static final Logger log = LoggerFactory.getLogger(ConfiguredServer.class);

    /**
     * @throws ConfigurationFailure where it cannot work, or is not safe
     */
    static ConfiguredServer of(String name, ServerProperties properties, RestanteProperties.Limits limits) {
        String property = "restante.servers.%s.".formatted(name);
        Endpoint incoming = endpoint(property + "incoming", properties.incoming());
        checkPrivacy(property, "incoming", incoming.security(), incoming.host(), properties.plaintext());
        Optional<Path> certificate =
                Optional.ofNullable(properties.certificate()).map(file -> readable(property + "certificate", file));
        MailServer server = new MailServer(name, incoming, certificate, limits.connect(), limits.exchange())
                .removing(properties.pop3Remove());
        Optional<SubmissionServer> submission =
                Optional.ofNullable(properties.submission()).map(url -> submission(property, url, certificate, limits));
        submission.ifPresent(
                there -> checkPrivacy(property, "submission", there.security(), there.host(), properties.plaintext()));
        return new ConfiguredServer(server, submission, properties);
    }

    private static SubmissionServer submission(
            String property, URI url, Optional<Path> certificate, RestanteProperties.Limits limits) {
        try {
            return SubmissionServer.of(url, certificate, limits);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationFailure(
                    property + "submission: " + e.getMessage(),
                    "Set it to an address such as smtps://mail.example.org");
        }
    }

    private static Endpoint endpoint(String property, URI url) {
        String action = "Set it to an address such as imaps://mail.example.org";
        if (url == null) {
            throw new ConfigurationFailure(property + " is missing", action);
        }
        try {
            return Endpoint.of(url);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationFailure(property + ": " + e.getMessage(), action);
        }
    }

    private static void checkPrivacy(
            String property, String service, Endpoint.Security security, String host, Plaintext plaintext) {
        if (security != Endpoint.Security.NONE || Loopback.is(host)) {
            return;
        }
        if (plaintext == Plaintext.REFUSED) {
            throw new ConfigurationFailure(
                    "%s%s turns TLS off for %s, which is not this machine: passwords would travel in clear"
                            .formatted(property, service, host),
                    "Remove ?tls=off, or set %splaintext=accepted where that network is trusted".formatted(property));
        }
        log.warn("{}{} has TLS off: passwords travel to {} in clear", property, service, host);
    }

    private static Path readable(String property, Resource certificate) {
        try {
            Path path = certificate.getFile().toPath();
            if (Files.isReadable(path)) {
                return path;
            }
        } catch (IOException e) {
            log.debug("{}", property, e);
        }
        throw new ConfigurationFailure(
                "%s: %s cannot be read".formatted(property, certificate.getDescription()),
                "Name a PEM file, such as file:/etc/restante/ca.pem, that the application may read");
    }

    boolean serves(String domain) {
        return properties.domains().stream().anyMatch(domain::equalsIgnoreCase);
    }

    boolean servesAll() {
        return properties.domains().isEmpty();
    }

    /** Returns the account's name for what a person typed. */
    AccountName accountName(String typed) {
        int at = typed.lastIndexOf('@');
        String local = at < 0 ? typed : typed.substring(0, at);
        String domain = at >= 0
                ? typed.substring(at + 1)
                : servesAll() ? "" : properties.domains().get(0);
        String login = properties.caseSensitive() ? local : local.toLowerCase(Locale.ROOT);
        return new AccountName(server.name(), domain.isEmpty() ? login : login + "@" + domain.toLowerCase(Locale.ROOT));
    }

    /** Gmail and Exchange Online file what is sent through them, a few seconds later. */
    SentCopy sentCopy() {
        return switch (properties.sentCopy()) {
            case OURS -> SentCopy.OURS;
            case PROVIDER -> SentCopy.PROVIDER;
            case AUTO ->
                submission
                        .filter(there -> FILING.matcher(there.host()).find())
                        .map(there -> SentCopy.LOOK_TWICE)
                        .orElse(SentCopy.OURS);
        };
    }

    List<String> aliases(String login) {
        return properties.aliases().entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(login))
                .flatMap(entry -> entry.getValue().stream())
                .toList();
    }

    boolean allowsSender(String address) {
        return switch (properties.senders()) {
            case ANY -> true;
            case DOMAINS -> serves(address.substring(address.lastIndexOf('@') + 1));
            case OWN -> false;
        };
    }

    /** Returns what is sent to the server as the user's name. */
    String loginName(AccountName account) {
        int at = account.login().lastIndexOf('@');
        boolean whole = properties.login() == LoginName.ADDRESS || at < 0;
        return whole ? account.login() : account.login().substring(0, at);
    }
}
