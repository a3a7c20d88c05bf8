package org.restante.testing;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A TCP proxy between the application and a loopback server: it records both directions, and does to the server's answers what a
 * network does on a bad day.
 */
public final class TcpProxy implements AutoCloseable {

    /** What happens to each byte that the server sends. */
    private sealed interface Fault {
        record None() implements Fault {}

        record Cut(long afterBytes, boolean reset) implements Fault {}

        record Stall() implements Fault {}

        record Refuse() implements Fault {}

        record Trickle(long nanosPerByte) implements Fault {}
    }

    private final ServerSocket listener;
    private final int target;
    private final boolean records;
    private final Recording recording = new Recording();
    private final AtomicInteger connections = new AtomicInteger();
    private final Map<Socket, Socket> open = new ConcurrentHashMap<>();
    private volatile Fault fault = new Fault.None();
    private volatile long sentSinceFault;
    private final java.util.concurrent.atomic.AtomicLong hearable =
            new java.util.concurrent.atomic.AtomicLong(Long.MAX_VALUE);

    private TcpProxy(int target, boolean records) throws IOException {
        this.target = target;
        this.records = records;
        listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start("proxy-accept", this::accept);
    }

    /** Starts a proxy to a port on loopback. */
    public static TcpProxy to(int port) throws IOException {
        return new TcpProxy(port, true);
    }

    /** Starts a proxy that keeps nothing of what goes by, for tests through which much goes. */
    public static TcpProxy unrecordedTo(int port) throws IOException {
        return new TcpProxy(port, false);
    }

    /** Returns the port to connect to. */
    public int port() {
        return listener.getLocalPort();
    }

    /** Returns how many connections were opened since the start. */
    public int connections() {
        return connections.get();
    }

    /** Returns how many connections are open. */
    public int openConnections() {
        return open.size();
    }

    /** Returns what went by since the start, or since it was cleared. */
    public Recording recording() {
        return recording;
    }

    /** From now on lets the server say this many bytes more, then closes that connection; the next connections are whole again. */
    public void cutAfter(long bytes) {
        inflict(new Fault.Cut(bytes, false));
    }

    /** Like {@link #cutAfter}, but with a reset (RST) instead of an orderly end. */
    public void resetAfter(long bytes) {
        inflict(new Fault.Cut(bytes, true));
    }

    /** From now on lets clients say this many bytes more, then resets that connection; the next connections are whole again. */
    public void deafAfter(long bytes) {
        hearable.set(bytes);
    }

    /** From now on the server's answers are held back, the connections stay open. */
    public void stall() {
        inflict(new Fault.Stall());
    }

    /** From now on all connections are closed as soon as they are made, and those that are open now. */
    public void refuse() {
        inflict(new Fault.Refuse());
        closeConnections();
    }

    /** From now on the server's answers pass a byte at a time. */
    public void trickle(java.time.Duration perByte) {
        inflict(new Fault.Trickle(perByte.toNanos()));
    }

    /** Ends what was inflicted; what was held back while stalled stays lost. */
    public void heal() {
        inflict(new Fault.None());
    }

    /** Closes all connections that are open now. */
    public void closeConnections() {
        Set.copyOf(open.keySet()).forEach(client -> close(client, false));
    }

    private synchronized void inflict(Fault next) {
        sentSinceFault = 0;
        fault = next;
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                connections.incrementAndGet();
                if (fault instanceof Fault.Refuse) {
                    client.close();
                    continue;
                }
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                open.put(client, server);
                start("proxy-up", () -> pump(client, server, client, true));
                start("proxy-down", () -> pump(server, client, client, false));
            } catch (IOException e) {
                // The listener was closed, or the server behind refused: the client sees its connection end.
                open.keySet().stream()
                        .filter(client -> open.get(client) == null)
                        .forEach(client -> close(client, false));
            }
        }
    }

    private void pump(Socket from, Socket to, Socket client, boolean up) {
        byte[] buffer = new byte[1 << 14];
        try {
            InputStream in = from.getInputStream();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (records) {
                    recording.add(up, buffer, n);
                }
                if (up) {
                    hear(buffer, n, to);
                } else {
                    deliver(buffer, n, to);
                }
            }
        } catch (IOException e) {
            // One side is gone, or a fault ended it: so the other side goes too.
        }
        close(client, false);
    }

    private void hear(byte[] buffer, int n, Socket server) throws IOException {
        long left = hearable.getAndUpdate(bytes -> bytes == Long.MAX_VALUE ? bytes : Math.max(0, bytes - n));
        server.getOutputStream().write(buffer, 0, (int) Math.min(n, left));
        if (left < n) {
            hearable.set(Long.MAX_VALUE);
            throw new IOException("the proxy has gone deaf");
        }
    }

    private void deliver(byte[] buffer, int n, Socket client) throws IOException {
        Fault now = fault;
        if (now instanceof Fault.None) {
            client.getOutputStream().write(buffer, 0, n);
        } else if (now instanceof Fault.Cut cut) {
            int rest = (int) Math.min(n, Math.max(0, cut.afterBytes - sentSinceFault));
            client.getOutputStream().write(buffer, 0, rest);
            sentSinceFault += rest;
            if (sentSinceFault >= cut.afterBytes) {
                heal();
                close(client, cut.reset);
            }
        } else if (now instanceof Fault.Trickle trickle) {
            for (int i = 0; i < n && fault == now; i++) {
                client.getOutputStream().write(buffer[i]);
                LockSupport.parkNanos(trickle.nanosPerByte);
            }
        }
    }

    private void close(Socket client, boolean reset) {
        try {
            if (reset) {
                client.setSoLinger(true, 0);
            }
            client.close();
            Socket server = open.remove(client);
            if (server != null) {
                server.close();
            }
        } catch (IOException e) {
            open.remove(client);
        }
    }

    private static void start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        closeConnections();
    }
}
