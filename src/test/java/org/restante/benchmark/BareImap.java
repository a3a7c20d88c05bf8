package org.restante.benchmark;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** IMAP with nothing around it: writes a command, and reads until its tagged line without looking at what comes before. */
final class BareImap implements AutoCloseable {

    private final Socket socket;
    private final InputStream in;
    private byte[] answer = new byte[1 << 16];
    private int length;
    private int number;

    private BareImap(Socket socket) throws IOException {
        this.socket = socket;
        in = socket.getInputStream();
    }

    /** Connects, signs in, and selects the inbox. */
    static BareImap inbox(String user) throws IOException {
        var socket = new Socket(Settings.host(), Settings.port());
        socket.setTcpNoDelay(true);
        var imap = new BareImap(socket);
        imap.read("* ");
        imap.command("LOGIN " + user + " " + Settings.password());
        imap.command("SELECT INBOX");
        return imap;
    }

    /** Does one command, which must succeed; its answer stays until the next. */
    BareImap command(String command) throws IOException {
        String tag = "t" + ++number + " ";
        socket.getOutputStream().write((tag + command + "\r\n").getBytes(StandardCharsets.UTF_8));
        read(tag);
        return this;
    }

    /** Returns what the last command was answered. */
    String answer() {
        return new String(answer, 0, length, StandardCharsets.ISO_8859_1);
    }

    private void read(String tag) throws IOException {
        byte[] end = tag.getBytes(StandardCharsets.US_ASCII);
        length = 0;
        while (true) {
            int count = in.read(answer, length, answer.length - length);
            if (count < 0) {
                throw new EOFException(answer());
            }
            length += count;
            if (answer[length - 1] == '\n') {
                int line = lastLine();
                if (Arrays.equals(answer, line, Math.min(line + end.length, length), end, 0, end.length)) {
                    check(line + end.length);
                    return;
                }
            }
            if (length == answer.length) {
                answer = Arrays.copyOf(answer, 2 * length);
            }
        }
    }

    private int lastLine() {
        int at = length - 1;
        while (at > 0 && answer[at - 1] != '\n') {
            at--;
        }
        return at;
    }

    private void check(int at) throws IOException {
        if (answer[at] != 'O' || answer[at + 1] != 'K') {
            throw new IOException(answer());
        }
    }

    @Override
    public void close() throws IOException {
        try (socket) {
            socket.getOutputStream().write("x LOGOUT\r\n".getBytes(StandardCharsets.US_ASCII));
            while (in.read(answer) >= 0) {
                // What is said on leaving.
            }
        }
    }
}
