package org.restante.testing;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

/** A GreenMail on free loopback ports: IMAP and POP3 in clear, SMTP. It needs nothing but the JVM. */
public final class GreenMailServer implements AutoCloseable {

    private final GreenMail server = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_POP3),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP)
    });

    private GreenMailServer() {
        server.start();
    }

    /** Starts a server without users. */
    public static GreenMailServer start() {
        return new GreenMailServer();
    }

    /** Adds a user whose address is also the login name. */
    public GreenMailServer withUser(String address, String password) {
        server.setUser(address, address, password);
        return this;
    }

    /** Returns the port of IMAP, in clear. */
    public int imapPort() {
        return server.getImap().getPort();
    }

    /** Returns the port of POP3, in clear. */
    public int pop3Port() {
        return server.getPop3().getPort();
    }

    /** Returns the port of SMTP, in clear. */
    public int smtpPort() {
        return server.getSmtp().getPort();
    }

    /** Returns the server itself. */
    public GreenMail greenMail() {
        return server;
    }

    @Override
    public void close() {
        server.stop();
    }
}
