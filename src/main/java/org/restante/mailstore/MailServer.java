package org.restante.mailstore;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where mail is read.
 *
 * @param name the operator's name for it
 * @param certificate PEM file of the authority to trust instead of the system's, where there is one
 * @param connectLimit how long connecting may take
 * @param exchangeLimit how long one exchange with the server may take in all
 * @param removesMail whether people may have mail removed from a POP3 server as soon as it was read from there
 * @param address where to connect to, since it was checked; null: as the host is looked up
 */
public record MailServer(
        String name,
        Endpoint incoming,
        Optional<Path> certificate,
        Duration connectLimit,
        Duration exchangeLimit,
        boolean removesMail,
        @Nullable InetAddress address) {

    /** A server from which no mail is removed. */
    public MailServer(
            String name, Endpoint incoming, Optional<Path> certificate, Duration connectLimit, Duration exchangeLimit) {
        this(name, incoming, certificate, connectLimit, exchangeLimit, false, null);
    }

    /** Returns the same, whose people may have mail removed, or not. */
    public MailServer removing(boolean removes) {
        return new MailServer(name, incoming, certificate, connectLimit, exchangeLimit, removes, address);
    }

    /** Returns the same, to be reached at an address that was checked. */
    public MailServer at(InetAddress checked) {
        return new MailServer(name, incoming, certificate, connectLimit, exchangeLimit, removesMail, checked);
    }
}
