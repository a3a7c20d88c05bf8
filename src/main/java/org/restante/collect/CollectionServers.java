package org.restante.collect;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.restante.mailstore.Credential;
import org.restante.mailstore.Endpoint;
import org.restante.mailstore.MailFailure.Network;
import org.restante.mailstore.MailServer;
import org.restante.security.MailHosts;
import org.springframework.stereotype.Component;

/** Finds the servers that people name: those of the operator's list as it describes them, others over TLS at their public address. */
@Component
class CollectionServers {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration EXCHANGE = Duration.ofSeconds(20);

    private final CollectProperties properties;
    private final MailHosts hosts;

    CollectionServers(CollectProperties properties, MailHosts hosts) {
        this.properties = properties;
        this.hosts = hosts;
    }

    /** Returns whether mail may be collected from a host. */
    boolean allows(String host) {
        return listed(host).isPresent() || properties.anyHost() && hosts.isName(host);
    }

    private Optional<URI> listed(String host) {
        return properties.servers().stream()
                .filter(url -> name(url).equalsIgnoreCase(host))
                .findFirst();
    }

    /** Returns what people call a server of the list. */
    static String name(URI url) {
        return url.getHost().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns how an account signs in.
     *
     * @throws Network where the host may not be spoken to, or has no public address; the two look the same
     */
    Credential credential(Collection collection, String password) {
        return new Credential(server(collection.host()), collection.login(), password);
    }

    private MailServer server(String host) {
        Optional<URI> listed = listed(host);
        if (listed.isPresent()) {
            return new MailServer("collect", Endpoint.of(listed.get()), Optional.empty(), CONNECT, EXCHANGE);
        }
        try {
            if (!allows(host)) {
                throw new UnknownHostException("not allowed");
            }
            InetAddress address = hosts.resolve(host);
            return new MailServer(
                            "collect", Endpoint.of(URI.create("pop3s://" + host)), Optional.empty(), CONNECT, EXCHANGE)
                    .at(address);
        } catch (UnknownHostException e) {
            throw new Network(Network.Kind.UNREACHABLE, "unreachable", e);
        }
    }
}
