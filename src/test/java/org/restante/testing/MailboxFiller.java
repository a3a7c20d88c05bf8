package org.restante.testing;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.regex.Pattern;

/**
 * A tiny IMAP client over a plain loopback socket, independent of what it helps to test: it fills mailboxes, looks into them, and acts
 * as "the other client".
 */
public final class MailboxFiller implements AutoCloseable {

    private static final Pattern LITERAL = Pattern.compile(".*\\{(\\d+)}$", Pattern.DOTALL);

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private int tag;

    private MailboxFiller(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
        out = new BufferedOutputStream(socket.getOutputStream(), 1 << 16);
        readAnswer();
    }

    /** Signs in; user and password are sent as quoted strings. */
    public static MailboxFiller open(int port, String user, String password) throws IOException {
        var filler = new MailboxFiller(port);
        filler.command("LOGIN " + quoted(user) + " " + quoted(password));
        return filler;
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /**
     * Sends a command and returns all its answers, the last one without its tag; literals stand in them as they came (ISO 8859-1).
     *
     * @throws IOException where the answer is not OK
     */
    public List<String> command(String command) throws IOException {
        String prefix = "f" + ++tag + " ";
        out.write((prefix + command + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
        return readUntil(prefix, command);
    }

    private List<String> readUntil(String prefix, String command) throws IOException {
        List<String> answers = new ArrayList<>();
        while (true) {
            String answer = readAnswer();
            boolean last = answer.startsWith(prefix);
            answers.add(last ? answer.substring(prefix.length()) : answer);
            if (last && !answer.startsWith(prefix + "OK")) {
                throw new IOException(command + ": " + answer);
            }
            if (last) {
                return answers;
            }
        }
    }

    /** Creates a mailbox, named as the server writes it. */
    public MailboxFiller create(String mailbox) throws IOException {
        command("CREATE " + quoted(mailbox));
        return this;
    }

    /** Appends one message; the flags are written such as {@code \Seen $Forwarded}. */
    public MailboxFiller append(String mailbox, String flags, byte[] message) throws IOException {
        String prefix = "f" + ++tag + " ";
        out.write((prefix + "APPEND %s (%s) {%d}\r\n".formatted(quoted(mailbox), flags, message.length))
                .getBytes(StandardCharsets.UTF_8));
        out.flush();
        String go = readAnswer();
        if (!go.startsWith("+")) {
            throw new IOException("APPEND: " + go);
        }
        out.write(message);
        out.write(new byte[] {'\r', '\n'});
        out.flush();
        readUntil(prefix, "APPEND");
        return this;
    }

    /** Appends one message without flags, its line ends made CRLF. */
    public MailboxFiller append(String mailbox, String message) throws IOException {
        return append(mailbox, "", message.replaceAll("\r?\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Appends many messages, numbered from 1, in a few round trips; the server must offer LITERAL+ and MULTIAPPEND. */
    public MailboxFiller appendAll(String mailbox, int count, IntFunction<String> messages) throws IOException {
        for (int from = 1; from <= count; from += 500) {
            String prefix = "f" + ++tag + " ";
            out.write((prefix + "APPEND " + quoted(mailbox)).getBytes(StandardCharsets.UTF_8));
            for (int i = from; i < Math.min(from + 500, count + 1); i++) {
                byte[] message = messages.apply(i).replaceAll("\r?\n", "\r\n").getBytes(StandardCharsets.UTF_8);
                out.write((" {" + message.length + "+}\r\n").getBytes(StandardCharsets.UTF_8));
                out.write(message);
            }
            out.write(new byte[] {'\r', '\n'});
            out.flush();
            readUntil(prefix, "APPEND");
        }
        return this;
    }

    private String readAnswer() throws IOException {
        var answer = new ByteArrayOutputStream();
        while (true) {
            String line = readLine();
            answer.writeBytes(line.getBytes(StandardCharsets.ISO_8859_1));
            var literal = LITERAL.matcher(line);
            if (!literal.matches()) {
                return answer.toString(StandardCharsets.ISO_8859_1);
            }
            answer.write('\n');
            answer.writeBytes(in.readNBytes(Integer.parseInt(literal.group(1))));
        }
    }

    private String readLine() throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("the server closed the connection");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
