package org.restante.mailstore;

/**
 * The unique identifier of a message in its mailbox (RFC 9051 §2.3.1.1).
 *
 * @param value 1 to 4,294,967,295
 * @throws IllegalArgumentException where the value is out of range
 */
public record Uid(long value) implements Comparable<Uid> {

    public Uid {
        if (value < 1 || value > 0xFFFF_FFFFL) {
            throw new IllegalArgumentException("not a UID");
        }
    }

    @Override
    public int compareTo(Uid other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
