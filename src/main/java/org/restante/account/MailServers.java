package org.restante.account;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.restante.mailstore.Credential;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The mail servers that the operator configured. */
@Component
public final class MailServers {

    private static final Logger log = LoggerFactory.getLogger(MailServers.class);

    private final Map<String, ConfiguredServer> servers = new LinkedHashMap<>();

    MailServers(RestanteProperties properties) {
        properties
                .servers()
                .forEach((name, server) -> servers.put(name, ConfiguredServer.of(name, server, properties.limits())));
        if (servers.isEmpty()) {
            log.warn("No mail server is configured, nobody can sign in: set restante.servers.default.incoming"
                    + " (RESTANTE_SERVERS_DEFAULT_INCOMING), such as imaps://mail.example.org");
        }
    }

    /** Returns the servers' names, in the operator's order. */
    public List<String> names() {
        return List.copyOf(servers.keySet());
    }

    /**
     * Finds the account that a person means.
     *
     * @param typed an address, or a name that the server completes
     * @param server the chosen server's name; empty: by the address
     * @return empty where no server takes it, or several do
     */
    public Optional<AccountName> accountName(String typed, String server) {
        String domain = typed.substring(typed.lastIndexOf('@') + 1);
        boolean bare = domain.length() == typed.length();
        Predicate<ConfiguredServer> takes = s -> bare || s.servesAll() || s.serves(domain);
        if (!server.isEmpty()) {
            return Optional.ofNullable(servers.get(server)).filter(takes).map(s -> s.accountName(typed));
        }
        return only(s -> !bare && s.serves(domain)).or(() -> only(takes)).map(s -> s.accountName(typed));
    }

    private Optional<ConfiguredServer> only(Predicate<ConfiguredServer> wanted) {
        List<ConfiguredServer> found =
                servers.values().stream().filter(wanted).limit(2).toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** Returns where mail of the accounts on a server is sent; empty where that is not configured. */
    public Optional<SubmissionServer> submission(String server) {
        return Optional.ofNullable(servers.get(server)).flatMap(ConfiguredServer::submission);
    }

    /** Returns who puts copies of what is sent there among the sent mail. */
    public SentCopy sentCopy(String server) {
        return Optional.ofNullable(servers.get(server))
                .map(ConfiguredServer::sentCopy)
                .orElse(SentCopy.OURS);
    }

    /** Returns the further addresses that the operator lets this person write as. */
    public List<String> aliases(String server, String login) {
        return Optional.ofNullable(servers.get(server))
                .map(found -> found.aliases(login))
                .orElse(List.of());
    }

    /** Returns whether people may add addresses to write as. */
    public boolean allowsSenders(String server) {
        return Optional.ofNullable(servers.get(server))
                .filter(found -> found.properties().senders() != ServerProperties.Senders.OWN)
                .isPresent();
    }

    /** Returns whether people may add this address to write as. */
    public boolean allowsSender(String server, String address) {
        return Optional.ofNullable(servers.get(server))
                .filter(found -> found.allowsSender(address))
                .isPresent();
    }

    /**
     * Returns what the account's mail server is told.
     *
     * @return empty where the server is no longer configured
     * @throws IllegalArgumentException where login or password hold CR, LF or NUL
     */
    public Optional<Credential> credential(AccountName account, String password) {
        return Optional.ofNullable(servers.get(account.server()))
                .map(found -> new Credential(found.server(), found.loginName(account), password));
    }
}
