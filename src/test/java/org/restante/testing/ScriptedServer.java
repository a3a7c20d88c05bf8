package org.restante.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server that says what a test tells it to, over real sockets on loopback. The script runs once for each connection; where it ends,
 * the connection is closed.
 */
public final class ScriptedServer implements AutoCloseable {

    /** What the server does with one connection. */
    @FunctionalInterface
    public interface Script {
        void play(ScriptedConnection connection) throws IOException;
    }

    private final ServerSocket listener;
    private final Script script;
    private final AtomicInteger connections = new AtomicInteger();
    private final List<String> received = Collections.synchronizedList(new ArrayList<>());
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private volatile Throwable failure;

    private ScriptedServer(Script script) throws IOException {
        this.script = script;
        listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    /** Starts a server that plays the script to everyone who connects. */
    public static ScriptedServer playing(Script script) throws IOException {
        return new ScriptedServer(script);
    }

    /** Returns the port to connect to. */
    public int port() {
        return listener.getLocalPort();
    }

    /** Returns how many connections there were. */
    public int connections() {
        return connections.get();
    }

    /** Returns all lines that clients sent so far, with their tags. */
    public List<String> received() {
        synchronized (received) {
            return List.copyOf(received);
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                sockets.add(socket);
                int number = connections.incrementAndGet();
                start(() -> play(socket, number));
            } catch (IOException e) {
                // The test is over.
                return;
            }
        }
    }

    private void play(Socket socket, int number) {
        try (socket) {
            script.play(new ScriptedConnection(socket, number, received));
        } catch (IOException e) {
            // The client went away: that is what many scripts are about.
        } catch (RuntimeException | AssertionError e) {
            failure = e;
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "scripted-server");
        thread.setDaemon(true);
        thread.start();
    }

    /** Ends the server; throws what went wrong in a script, if anything did. */
    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : sockets) {
            socket.close();
        }
        if (failure != null) {
            throw new AssertionError("the script failed", failure);
        }
    }
}
