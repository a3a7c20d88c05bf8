package org.restante.submission.smtp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;

/** The socket of one conversation, so that it can be closed from outside; Jakarta Mail opens it here. */
final class SmtpSockets {

    private final SSLSocketFactory secure;
    private volatile Socket first;

    SmtpSockets(SSLSocketFactory secure) {
        this.secure = secure;
    }

    /** Ends the conversation. The socket below TLS, since closing TLS may wait for the other side. */
    void close() {
        try {
            Socket socket = first;
            if (socket != null) {
                socket.close();
            }
        } catch (IOException e) {
            // It is closed.
        }
    }

    private Socket opened() throws IOException {
        first = new Socket();
        first.setTcpNoDelay(true);
        return first;
    }

    /** Returns what opens conversations in clear, at first. */
    SocketFactory plain() {
        return new Plain();
    }

    /** Returns what goes on with TLS. */
    SSLSocketFactory tls() {
        return new Secure();
    }

    private final class Plain extends SocketFactory {

        @Override
        public Socket createSocket() throws IOException {
            return opened();
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(InetAddress host, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
            throw new UnsupportedOperationException();
        }
    }

    private final class Secure extends SSLSocketFactory {

        @Override
        public Socket createSocket() throws IOException {
            first = secure.createSocket();
            first.setTcpNoDelay(true);
            return first;
        }

        @Override
        public Socket createSocket(Socket below, String host, int port, boolean autoClose) throws IOException {
            return secure.createSocket(below, host, port, autoClose);
        }

        @Override
        public String[] getDefaultCipherSuites() {
            return secure.getDefaultCipherSuites();
        }

        @Override
        public String[] getSupportedCipherSuites() {
            return secure.getSupportedCipherSuites();
        }

        @Override
        public Socket createSocket(String host, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(InetAddress host, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
            throw new UnsupportedOperationException();
        }
    }
}
