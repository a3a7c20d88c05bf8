package org.restante.security;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;
import org.restante.security.PublicAddresses.Network;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Decides where Restante may go on behalf of what a stranger wrote. It is the resolver of the one client that goes out, so the address that
 * is checked is the address that is connected to, at each redirect too.
 */
@Component
@EnableConfigurationProperties(EgressProperties.class)
class EgressGuard implements DnsResolver {

    private static final Set<Integer> PORTS = Set.of(-1, 80, 443);
    private static final int LOOKUPS = 8;
    private static final int LOOKUP_SECONDS = 5;

    private final List<Network> reachable;
    private final ExecutorService lookups = Executors.newFixedThreadPool(LOOKUPS, work -> {
        Thread thread = new Thread(work, "egress-lookup");
        thread.setDaemon(true);
        return thread;
    });

    EgressGuard(EgressProperties properties) {
        reachable = properties.reachable().stream().map(Network::parse).toList();
    }

    /**
     * Returns an address that may be asked; its host is still to be looked up.
     *
     * @throws EgressRefusedException where its form alone forbids it
     */
    URI check(String url) throws EgressRefusedException {
        URI address = parse(url);
        String host = address.getHost();
        boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
        if (!web || host == null || address.getRawUserInfo() != null || !isName(host)) {
            throw new EgressRefusedException("not an address of the web");
        }
        if (!PORTS.contains(address.getPort()) && !isReachable(host)) {
            throw new EgressRefusedException("not a port of the web");
        }
        return address;
    }

    private static URI parse(String url) throws EgressRefusedException {
        try {
            URI address = URI.create(url).normalize();
            String scheme = address.getScheme();
            return scheme == null || scheme.equals(scheme.toLowerCase(Locale.ROOT))
                    ? address
                    : URI.create(scheme.toLowerCase(Locale.ROOT) + url.substring(scheme.length()));
        } catch (IllegalArgumentException e) {
            throw new EgressRefusedException("not an address");
        }
    }

    /** A single word is a name of the local network. */
    private static boolean isName(String host) {
        return host.startsWith("[") || host.matches("[A-Za-z0-9_.-]{1,253}") && host.indexOf('.') > 0;
    }

    private boolean isReachable(String literal) {
        return literal.matches("[0-9.]+|\\[[0-9a-fA-F:.]+]")
                && reachable.stream().anyMatch(network -> network.holds(literal(literal)));
    }

    private static InetAddress literal(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            return InetAddress.getLoopbackAddress();
        }
    }

    /** Looks a host up; all of its addresses must be public. */
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = lookUp(host);
        boolean allowed = Stream.of(addresses)
                .allMatch(address -> PublicAddresses.isPublic(address)
                        || reachable.stream().anyMatch(network -> network.holds(address)));
        if (!allowed || addresses.length == 0) {
            throw new UnknownHostException("refused");
        }
        return addresses;
    }

    private InetAddress[] lookUp(String host) throws UnknownHostException {
        try {
            return lookups.submit(() -> InetAddress.getAllByName(host)).get(LOOKUP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnknownHostException("interrupted");
        } catch (ExecutionException | TimeoutException e) {
            throw new UnknownHostException("not found");
        }
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return host;
    }
}
