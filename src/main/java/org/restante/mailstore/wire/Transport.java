package org.restante.mailstore.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.restante.mailstore.Endpoint;
import org.restante.mailstore.MailFailure;
import org.restante.mailstore.MailFailure.Network;
import org.restante.mailstore.MailServer;
import org.restante.mailstore.TimeLimit;
import org.restante.mailstore.Trust;

/** Opens connections to a mail server and makes them private. */
public final class Transport {

    private Transport() {}

    /**
     * Returns a connection to the server, in clear; whoever calls closes it.
     *
     * @throws Network where none comes about within the server's connect limit
     */
    public static Socket dial(MailServer server) {
        Endpoint endpoint = server.incoming();
        var socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.setKeepAlive(true);
            InetAddress address = server.address() != null
                    ? server.address()
                    : Resolver.resolve(endpoint.host(), TimeLimit.atMost(server.connectLimit()));
            Duration limit = TimeLimit.atMost(server.connectLimit());
            socket.connect(new InetSocketAddress(address, endpoint.port()), (int) limit.toMillis());
            return socket;
        } catch (IOException e) {
            close(socket);
            throw new Network(Network.Kind.UNREACHABLE, "the mail server cannot be reached", e);
        } catch (MailFailure e) {
            close(socket);
            throw e;
        }
    }

    /**
     * Returns TLS over a connection, the server's certificate and name verified (RFC 8314 §5.2).
     *
     * @throws MailFailure.Certificate where the certificate is not trusted, out of date, or for another host
     * @throws Network where TLS does not come about within the server's connect limit
     */
    public static SSLSocket secure(Socket transport, MailServer server) {
        var deadline = new Deadline(transport);
        deadline.in(server.connectLimit());
        try {
            return handshake(transport, server);
        } catch (IOException e) {
            throw handshakeFailure(e, deadline.hasExpired());
        } finally {
            deadline.off();
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

    /** Closes a connection, whatever state it is in. */
    public static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // Nothing more can be done to it.
        }
    }
}
