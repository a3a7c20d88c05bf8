package org.restante.testing;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands before an IMAP server and keeps silent about what it can do beyond IMAP4rev1, as many servers cannot. */
public final class LesserServer implements AutoCloseable {

    private final ServerSocket listener;
    private final int target;
    private final List<String> commands = new CopyOnWriteArrayList<>();

    private LesserServer(int target) throws IOException {
        this.target = target;
        listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    /** Starts one before the server on a port on loopback. */
    public static LesserServer before(int port) throws IOException {
        return new LesserServer(port);
    }

    /** Returns the port to connect to. */
    public int port() {
        return listener.getLocalPort();
    }

    /** Returns all lines that clients have sent. */
    public List<String> commands() {
        return commands;
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = listener.accept();
            Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            start(() -> answers(server, client));
            start(() -> commands(client, server));
        }
    }

    private static void answers(Socket from, Socket to) throws IOException {
        try (from;
                to;
                var out =
                        new BufferedWriter(new OutputStreamWriter(to.getOutputStream(), StandardCharsets.ISO_8859_1))) {
            var in = new BufferedReader(new InputStreamReader(from.getInputStream(), StandardCharsets.ISO_8859_1));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                out.write(lesser(line) + "\r\n");
                if (!in.ready()) {
                    out.flush();
                }
            }
        }
    }

    private static String lesser(String line) {
        return line.contains("CAPABILITY ")
                ? line.replaceAll(" (MOVE|UIDPLUS|ESEARCH|CONDSTORE|QRESYNC|SPECIAL-USE|LIST-STATUS|IDLE)\\b", "")
                : line.replaceAll("\\[(COPYUID|APPENDUID)[^]]*] ?", "");
    }

    private void commands(Socket from, Socket to) throws IOException {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            var line = new StringBuilder();
            byte[] octets = new byte[8192];
            for (int n = in.read(octets); n >= 0; n = in.read(octets)) {
                for (int i = 0; i < n; i++) {
                    line.append((char) (octets[i] & 0xFF));
                    if (octets[i] == '\n') {
                        commands.add(line.toString().strip());
                        line.setLength(0);
                    }
                }
                out.write(octets, 0, n);
                out.flush();
            }
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void start(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException e) {
                        // One side has gone; so does the other.
                    }
                },
                "lesser-server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
