package org.restante.security;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Decides which mail servers that people name may be spoken to. */
@Component
public class MailHosts {

    private final EgressGuard guard;

    MailHosts(EgressGuard guard) {
        this.guard = guard;
    }

    /** Returns whether a text can be the name of a public host; an address as a number is none. */
    public boolean isName(String host) {
        return host.length() <= 253
                && host.toLowerCase(Locale.ROOT).matches("([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z][a-z0-9-]*[a-z0-9]");
    }

    /**
     * Returns the address to connect to, so that what was checked is what is connected to.
     *
     * @throws UnknownHostException where the host has none, or one that is not public
     */
    public InetAddress resolve(String host) throws UnknownHostException {
        if (!isName(host)) {
            throw new UnknownHostException("not the name of a public host");
        }
        return guard.resolve(host)[0];
    }
}
