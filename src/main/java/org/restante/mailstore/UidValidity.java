package org.restante.mailstore;

/**
 * The generation of a mailbox's UIDs (RFC 9051 §2.3.1.1).
 *
 * @param value 0 to 4,294,967,295; some servers say 0, which the RFC does not allow
 * @throws IllegalArgumentException where the value is out of range
 */
public record UidValidity(long value) {

    public UidValidity {
        if (value < 0 || value > 0xFFFF_FFFFL) {
            throw new IllegalArgumentException("not a UIDVALIDITY");
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
