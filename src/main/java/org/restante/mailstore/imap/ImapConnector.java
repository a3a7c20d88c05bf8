package org.restante.mailstore.imap;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import org.restante.mailstore.Credential;
import org.restante.mailstore.Endpoint.Security;
import org.restante.mailstore.MailFailure;
import org.restante.mailstore.MailFailure.Capability;
import org.restante.mailstore.MailFailure.Network;
import org.restante.mailstore.MailServer;
import org.restante.mailstore.wire.Transport;

/** Opens connections: TCP, TLS or STARTTLS, and signing in. What fails on the way is closed. */
final class ImapConnector {

    private ImapConnector() {}

    /**
     * Returns a connection that is signed in; throws {@link MailFailure}.
     *
     * @param checkAfter after how long without use it is tried before it is lent again
     */
    static ImapConnection connect(Credential credential, Duration checkAfter) {
        MailServer server = credential.server();
        Socket transport = Transport.dial(server);
        try {
            ImapWire wire = new ImapWire(transport, transport, server.connectLimit());
            var capabilities = new Capabilities();
            Security security = server.incoming().security();
            if (security == Security.TLS) {
                wire = secured(transport, server);
            }
            greet(wire, security, capabilities);
            if (security == Security.STARTTLS) {
                requestTls(wire, capabilities);
                // A new wire, so that nothing said in clear is left: no octets read ahead, no capabilities.
                wire = secured(transport, server);
                capabilities.forget();
            }
            wire.limit(server.exchangeLimit());
            if (!capabilities.areKnown()) {
                capabilities.ask(wire);
            }
            SignIn.with(credential, wire, capabilities);
            return new ImapConnection(wire, capabilities, checkAfter);
        } catch (IOException e) {
            Transport.close(transport);
            throw new Network(Network.Kind.BROKEN, "the conversation with the mail server broke", e);
        } catch (RuntimeException e) {
            Transport.close(transport);
            throw e;
        }
    }

    private static ImapWire secured(Socket transport, MailServer server) throws IOException {
        return new ImapWire(transport, Transport.secure(transport, server), server.connectLimit());
    }

    private static void greet(ImapWire wire, Security security, Capabilities capabilities) {
        Answer greeting = wire.greeting();
        if (greeting.is("BYE")) {
            throw Refusals.unavailable(greeting);
        }
        if (greeting.is("PREAUTH")) {
            // Before TLS it is how an attacker keeps STARTTLS from being possible; after it, whose mail would that be?
            throw new Capability("the server greets with PREAUTH");
        }
        if (!greeting.is("OK")) {
            throw new Network(Network.Kind.GARBLED, "this is not IMAP", null);
        }
        if (security != Security.STARTTLS) {
            capabilities.take(greeting);
        }
    }

    private static void requestTls(ImapWire wire, Capabilities capabilities) {
        capabilities.ask(wire);
        if (!capabilities.has("STARTTLS")) {
            throw new Capability("the server does not offer STARTTLS");
        }
        Answer answer = wire.exchange(Command.of("STARTTLS"), untagged -> {});
        if (!answer.is("OK")) {
            throw new Capability("the server refuses STARTTLS: " + answer.text());
        }
    }
}
