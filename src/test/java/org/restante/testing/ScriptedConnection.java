package org.restante.testing;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** One connection to a {@link ScriptedServer}. Text is sent and received as ISO 8859-1: a character is a byte. */
public final class ScriptedConnection {

    private final int number;
    private final List<String> received;
    private Socket socket;
    private String tag = "*";

    ScriptedConnection(Socket socket, int number, List<String> received) throws IOException {
        this.socket = socket;
        this.number = number;
        this.received = received;
        socket.setTcpNoDelay(true);
    }

    /** Returns which connection to the server this is, from 1. */
    public int number() {
        return number;
    }

    /** Sends a line; {@code %t} in it becomes the tag of the command read last. */
    public ScriptedConnection line(String line) throws IOException {
        return raw(line.replace("%t", tag) + "\r\n");
    }

    /** Returns an answer with the tag of the command read last. */
    public String tagged(String answer) {
        return tag + " " + answer;
    }

    /** Sends a text over and over, an octet at a time, until the client is gone. */
    public void drip(String text, Duration perOctet) throws IOException {
        for (int i = 0; ; i = (i + 1) % text.length()) {
            raw(text.substring(i, i + 1));
            LockSupport.parkNanos(perOctet.toNanos());
        }
    }

    /** Sends a text again and again, for ever, at a steady rate. */
    public void pour(String text, Duration perText) throws IOException {
        while (true) {
            raw(text);
            LockSupport.parkNanos(perText.toNanos());
        }
    }

    /** Sends exactly this. */
    public ScriptedConnection raw(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
        return this;
    }

    /** Reads a command and returns it without its tag; null when the client is gone. */
    public String read() throws IOException {
        String line = readLine();
        if (line == null || !line.contains(" ")) {
            return line;
        }
        tag = line.substring(0, line.indexOf(' '));
        return line.substring(line.indexOf(' ') + 1);
    }

    /** Reads a line as it came; null when the client is gone. */
    public String readLine() throws IOException {
        var line = new StringBuilder();
        InputStream in = socket.getInputStream();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                return null;
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        received.add(line.toString());
        return line.toString();
    }

    /**
     * Reads a command, which must begin with the words, and leaves it to the script to answer.
     *
     * @return the whole command without its tag
     */
    public String expect(String words) throws IOException {
        String command = read();
        if (command == null) {
            throw new IOException("the client is gone");
        }
        if (!command.toUpperCase(Locale.ROOT).startsWith(words.toUpperCase(Locale.ROOT))) {
            throw new AssertionError("expected " + words + " but got " + command);
        }
        return command;
    }

    /** Reads a line as it came, which must begin with the words. */
    public String expectLine(String words) throws IOException {
        String line = readLine();
        if (line == null) {
            throw new IOException("the client is gone");
        }
        if (!line.startsWith(words)) {
            throw new AssertionError("expected " + words + " but got " + line);
        }
        return line;
    }

    /** Answers the command read last with OK. */
    public ScriptedConnection ok() throws IOException {
        return line("%t OK done");
    }

    /** Says hello as IMAP, with these capabilities beside IMAP4rev1, and takes any sign-in. */
    public ScriptedConnection imapSignIn(String capabilities) throws IOException {
        line(("* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN " + capabilities).strip() + "] hello");
        expect("AUTHENTICATE PLAIN");
        return line(("%t OK [CAPABILITY IMAP4rev1 " + capabilities).strip() + "] welcome");
    }

    /** Speaks TLS from here on. */
    public ScriptedConnection startTls(SSLContext context) throws IOException {
        var secure = (SSLSocket) context.getSocketFactory().createSocket(socket, null, true);
        secure.setUseClientMode(false);
        secure.startHandshake();
        socket = secure;
        return this;
    }

    /** Refuses every command, until the client closes the connection. */
    public void refuse() throws IOException {
        while (read() != null) {
            line("%t NO not here");
        }
    }

    /** Waits, with the connection open, until the client closes it. */
    public void hold() throws IOException {
        while (read() != null) {
            tag = "*";
        }
    }
}
