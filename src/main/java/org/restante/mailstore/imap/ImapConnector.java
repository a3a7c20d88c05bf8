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
import org.restante.mailstore.TimeLimit;
import org.restante.mailstore.wire.Transport;

/** Opens connections: TCP, TLS or STARTTLS, and signing in. What fails on the way is closed. */
final class ImapConnector {

    private final MailServer server;
    private final ExchangeMeter meter;
    private final Compression compression;
    private final Capabilities capabilities = new Capabilities();

    private ImapConnector(MailServer server, Compression compression, ExchangeMeter meter) {
        this.server = server;
        this.compression = compression;
        this.meter = meter;
    }

    /**
     * Returns a connection that is signed in; throws {@link MailFailure}.
     *
     * @param checkAfter after how long without use it is tried before it is lent again
     * @param compression whether the server is to compress what it says
     */
    static ImapConnection connect(
            Credential credential, Duration checkAfter, Compression compression, ExchangeMeter meter) {
        MailServer server = credential.server();
        var connector = new ImapConnector(server, compression, meter);
        ImapWire wire = connector.open();
        boolean signedIn = false;
        try {
            connector.signIn(wire, credential);
            signedIn = true;
        } finally {
            if (!signedIn) {
                wire.close();
            }
        }
        var check = new ImapConnection.IdleCheck(checkAfter, server.connectLimit());
        return new ImapConnection(credential, wire, connector.capabilities, check);
    }

    /** Connects and makes private, all within the one limit for it. */
    private ImapWire open() {
        try (var connecting = TimeLimit.begin(server.connectLimit())) {
            Socket transport = Transport.dial(server);
            boolean opened = false;
            try {
                ImapWire wire = open(transport);
                opened = true;
                return wire;
            } catch (IOException e) {
                throw new Network(Network.Kind.BROKEN, "the conversation with the mail server broke", e);
            } finally {
                if (!opened) {
                    Transport.close(transport);
                }
            }
        }
    }

    private ImapWire open(Socket transport) throws IOException {
        Security security = server.incoming().security();
        ImapWire wire = security == Security.TLS ? secured(transport) : wire(transport, transport);
        greet(wire, security);
        if (security == Security.STARTTLS) {
            requestTls(wire);
            // A new wire, so that nothing said in clear is left: no octets read ahead, no capabilities.
            wire = secured(transport);
            capabilities.forget();
        }
        return wire;
    }

    private ImapWire secured(Socket transport) throws IOException {
        return wire(transport, Transport.secure(transport, server));
    }

    private ImapWire wire(Socket transport, Socket socket) throws IOException {
        return new ImapWire(transport, socket, server, meter);
    }

    private void signIn(ImapWire wire, Credential credential) {
        if (!capabilities.areKnown()) {
            capabilities.ask(wire);
        }
        SignIn.with(credential, wire, capabilities);
        if (capabilities.has("COMPRESS=DEFLATE") && compression.isWorthIt(wire.server())) {
            wire.compress();
        }
    }

    private void greet(ImapWire wire, Security security) {
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

    private void requestTls(ImapWire wire) {
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
