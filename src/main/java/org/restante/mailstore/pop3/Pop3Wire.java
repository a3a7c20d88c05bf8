package org.restante.mailstore.pop3;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.restante.mailstore.MailFailure.Network;
import org.restante.mailstore.MailFailure.Refused;
import org.restante.mailstore.wire.Deadline;
import org.restante.mailstore.wire.Transport;

/**
 * Commands and answers on one connection (RFC 1939 §3). After a failure, or with an answer left half read, the connection is broken for
 * good: what is left of one answer must not be taken for the next.
 */
final class Pop3Wire {

    private static final int LONGEST_STATUS = 4096;

    private final Socket transport;
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final Deadline deadline;
    private final ListWeight listWeight = new ListWeight();
    private final byte[] buffer = new byte[1 << 14];
    private int at;
    private int end;
    private Duration limit;
    private long left;
    private boolean broken;

    /**
     * Begins to speak over a socket.
     *
     * @param transport what closing ends for certain: the socket below TLS
     * @param limit how long an exchange may take, waiting for the server alone
     */
    Pop3Wire(Socket transport, Socket socket, Duration limit) {
        this.transport = transport;
        this.socket = socket;
        this.limit = limit;
        deadline = new Deadline(transport);
        try {
            in = socket.getInputStream();
            out = socket.getOutputStream();
        } catch (IOException e) {
            throw new Network(Network.Kind.BROKEN, "the connection is closed", e);
        }
    }

    void limit(Duration limit) {
        this.limit = limit;
    }

    boolean isBroken() {
        return broken;
    }

    /** Returns the greeting, which comes unasked. */
    Status greeting() {
        begin();
        return status();
    }

    /** From now on an exchange may take the whole limit. */
    void begin() {
        left = limit.toNanos();
    }

    /**
     * Says a command and returns the first line of the answer.
     *
     * @throws IllegalArgumentException where the command holds CR, LF or NUL
     */
    Status exchange(String command) {
        begin();
        send(List.of(command));
        return status();
    }

    /** Says commands in one go, as part of an exchange that has begun; their answers are then read one after the other. */
    void send(List<String> commands) {
        var text = new StringBuilder();
        for (String command : commands) {
            if (command.chars().anyMatch(c -> c == 0 || c == '\r' || c == '\n')) {
                throw new IllegalArgumentException("a command must not hold line breaks");
            }
            text.append(command).append("\r\n");
        }
        guarded(() -> {
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
            out.flush();
            return null;
        });
    }

    /**
     * Sends the rest of a command once the server asks for it (RFC 5034 §4).
     *
     * @return the answer to the whole, or to its first line where the server does not want the rest
     */
    Status continueWith(String rest) {
        String answer = guarded(this::statusLine);
        if (!answer.equals("+") && !answer.startsWith("+ ")) {
            return guarded(() -> Status.parse(answer));
        }
        send(List.of(rest));
        return status();
    }

    /** Returns the first line of the next answer. */
    Status status() {
        return guarded(() -> Status.parse(statusLine()));
    }

    /**
     * Returns the lines that follow a status, up to the lone dot; to be read to their end before anything else is said.
     *
     * @param mostOctets beyond which the answer counts as garbled
     */
    MultilineAnswer lines(long mostOctets) {
        return new MultilineAnswer(this, mostOctets);
    }

    /** Takes into account what a line of a list will weigh until the connection is closed. */
    void weigh(int octets) {
        try {
            listWeight.takeLine(octets);
        } catch (GarbledAnswerException e) {
            close();
            throw failure(e);
        } catch (Refused e) {
            close();
            throw e;
        }
    }

    private String statusLine() throws IOException {
        var line = new StringBuilder();
        for (int c = next(); c != '\n'; c = next()) {
            if (line.length() == LONGEST_STATUS) {
                throw new GarbledAnswerException("a status line beyond all bounds");
            }
            line.append((char) c);
        }
        return line.toString().stripTrailing();
    }

    /** Returns the next octet; only within {@link #guarded}. */
    int next() throws IOException {
        if (at == end) {
            at = 0;
            end = 0;
            int n = in.read(buffer);
            if (n < 0) {
                throw new EOFException("the server closed the connection");
            }
            end = n;
        }
        return buffer[at++] & 0xFF;
    }

    /** Work that reads or writes the socket. */
    interface Talk<T> {
        T run() throws IOException;
    }

    /** The one place where a conversation is limited in time, and where its end becomes a failure with a name. */
    <T> T guarded(Talk<T> talk) {
        if (broken) {
            throw new Network(Network.Kind.BROKEN, "the connection is closed", null);
        }
        limitTime();
        long start = System.nanoTime();
        try {
            return talk.run();
        } catch (IOException e) {
            close();
            throw failure(e);
        } finally {
            deadline.off();
            left -= System.nanoTime() - start;
        }
    }

    /** Where no time is left for it, an answer may be half read. */
    private void limitTime() {
        try {
            deadline.in(Duration.ofNanos(Math.max(left, 0)));
        } catch (Network e) {
            close();
            throw e;
        }
    }

    private Network failure(IOException e) {
        Network.Kind kind = deadline.hasExpired()
                ? Network.Kind.TIMED_OUT
                : e instanceof GarbledAnswerException ? Network.Kind.GARBLED : Network.Kind.BROKEN;
        return new Network(kind, "the conversation with the mail server broke", e);
    }

    /** Returns whether the server said more than it was asked for. */
    boolean hasMore() {
        return at < end;
    }

    /** Closes the connection at once; the server keeps everything (RFC 1939 §6). */
    void close() {
        broken = true;
        listWeight.clear();
        Transport.close(transport);
        if (socket != transport && !deadline.hasExpired()) {
            Transport.close(socket);
        }
    }
}
