package org.restante.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What went through a {@link TcpProxy}, in its order; all connections together. */
public final class Recording {

    private record Piece(boolean up, byte[] bytes) {}

    private final List<Piece> pieces = new ArrayList<>();

    synchronized void add(boolean up, byte[] buffer, int length) {
        pieces.add(new Piece(up, Arrays.copyOf(buffer, length)));
    }

    /** Forgets what went by so far. */
    public synchronized void clear() {
        pieces.clear();
    }

    /** Returns how often the client spoke after the server had, or at the start. */
    public synchronized int roundTrips() {
        int trips = 0;
        boolean up = false;
        for (Piece piece : pieces) {
            trips += piece.up && !up ? 1 : 0;
            up = piece.up;
        }
        return trips;
    }

    /** Returns all that the client sent (ISO 8859-1). */
    public String sent() {
        return text(true);
    }

    /** Returns all that the server sent (ISO 8859-1). */
    public String received() {
        return text(false);
    }

    /** Returns the client's command lines without their tags. */
    public List<String> commands() {
        return sent().lines().map(line -> line.replaceFirst("^\\S+ ", "")).toList();
    }

    /** Returns the number of bytes in both directions. */
    public synchronized long bytes() {
        return pieces.stream().mapToLong(piece -> piece.bytes.length).sum();
    }

    private synchronized String text(boolean up) {
        var out = new ByteArrayOutputStream();
        pieces.stream().filter(piece -> piece.up == up).forEach(piece -> out.writeBytes(piece.bytes));
        return out.toString(StandardCharsets.ISO_8859_1);
    }
}
