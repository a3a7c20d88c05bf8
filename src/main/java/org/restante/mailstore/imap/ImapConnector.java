package org.restante.mailstore.imap;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.restante.mailstore.Credential;
import org.restante.mailstore.Endpoint;
import org.restante.mailstore.Endpoint.Security;
import org.restante.mailstore.MailFailure;
import org.restante.mailstore.MailFailure.Capability;
import org.restante.mailstore.MailFailure.Network;
import org.restante.mailstore.MailServer;

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
        Socket transport = dial(server);
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
            close(transport);
            throw new Network(Network.Kind.BROKEN, "the conversation with the mail server broke", e);
        } catch (RuntimeException e) {
            close(transport);
            throw e;
        }
    }

    private static Socket dial(MailServer server) {
        Endpoint endpoint = server.incoming();
        var socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.setKeepAlive(true);
            socket.connect(new InetSocketAddress(endpoint.host(), endpoint.port()), (int)
                    server.connectLimit().toMillis());
            return socket;
        } catch (IOException e) {
            close(socket);
            throw new Network(Network.Kind.UNREACHABLE, "the mail server cannot be reached", e);
        }
    }

    private static ImapWire secured(Socket transport, MailServer server) {
        var expired = new AtomicBoolean();
        Future<?> alarm = Watchdog.after(server.connectLimit(), () -> {
            expired.set(true);
            close(transport);
        });
        try {
            return new ImapWire(transport, handshake(transport, server), server.connectLimit());
        } catch (IOException e) {
            throw handshakeFailure(e, expired.get());
        } finally {
            alarm.cancel(false);
        }
    }

    private static SSLSocket handshake(Socket transport, MailServer server) throws IOException {
        Endpoint endpoint = server.incoming();
        var socket = (SSLSocket) Trust.context(server.certificate())
                .getSocketFactory()
                .createSocket(transport, endpoint.host(), endpoint.port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        // The JDK takes a certificate that is itself an anchor whatever its dates are.
        if (socket.getSession().getPeerCertificates()[0] instanceof X509Certificate certificate) {
            try {
                certificate.checkValidity();
            } catch (GeneralSecurityException e) {
                throw new IOException(e);
            }
        }
        return socket;
    }

    private static MailFailure handshakeFailure(IOException e, boolean expired) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof GeneralSecurityException) {
                return new MailFailure.Certificate("the mail server's certificate is not trusted", e);
            }
        }
        return new Network(expired ? Network.Kind.TIMED_OUT : Network.Kind.BROKEN, "TLS did not come about", e);
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

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // Nothing more can be done to it.
        }
    }
}
