package org.restante.mailstore.pop3;

import java.net.Socket;
import org.restante.mailstore.Credential;
import org.restante.mailstore.Endpoint.Security;
import org.restante.mailstore.MailFailure;
import org.restante.mailstore.MailFailure.Capability;
import org.restante.mailstore.MailFailure.Network;
import org.restante.mailstore.MailFailure.Refused;
import org.restante.mailstore.MailServer;
import org.restante.mailstore.wire.Transport;

/** Opens connections: TCP, TLS or STLS (RFC 2595 §4), and signing in. What fails on the way is closed. */
final class Pop3Connector {

    private Pop3Connector() {}

    /** Returns a maildrop that is open; throws {@link MailFailure}. */
    static Maildrop connect(Credential credential) throws MaildropBusyException {
        MailServer server = credential.server();
        Socket transport = Transport.dial(server);
        try {
            Pop3Wire wire = greeted(transport, server);
            wire.limit(server.exchangeLimit());
            Capabilities before = Capabilities.ask(wire);
            SignIn.with(credential, wire, before);
            // Some announce only now what they offer, such as PIPELINING.
            return new Maildrop(wire, before.areKnown() ? Capabilities.ask(wire) : before);
        } catch (RuntimeException | MaildropBusyException e) {
            Transport.close(transport);
            throw e;
        }
    }

    private static Pop3Wire greeted(Socket transport, MailServer server) {
        Security security = server.incoming().security();
        Socket socket = security == Security.TLS ? Transport.secure(transport, server) : transport;
        var wire = new Pop3Wire(transport, socket, server.connectLimit());
        greet(wire);
        if (security != Security.STARTTLS) {
            return wire;
        }
        requestTls(wire);
        // A new wire, so that nothing said in clear is left: no octets read ahead, no capabilities.
        return new Pop3Wire(transport, Transport.secure(transport, server), server.connectLimit());
    }

    private static void greet(Pop3Wire wire) {
        Status greeting = wire.greeting();
        if (!greeting.ok()) {
            throw new Refused(Refused.Kind.UNAVAILABLE, "the server greets with -ERR " + greeting.text());
        }
    }

    private static void requestTls(Pop3Wire wire) {
        Capabilities clear = Capabilities.ask(wire);
        if (clear.areKnown() && !clear.has("STLS")) {
            throw new Capability("the server does not offer STLS");
        }
        Status status = wire.exchange("STLS");
        if (!status.ok()) {
            throw new Capability("the server refuses STLS: " + status.text());
        }
        if (wire.hasMore()) {
            throw new Network(Network.Kind.GARBLED, "the server speaks in clear after STLS", null);
        }
    }
}
