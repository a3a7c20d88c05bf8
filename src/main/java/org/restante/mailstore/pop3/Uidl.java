package org.restante.mailstore.pop3;

/**
 * The unique identifier that the server gives a message in its maildrop (RFC 1939 §7): printable ASCII without spaces, by the RFC up to
 * 70 of it; some servers say more, and other characters.
 */
public record Uidl(String value) {

    @Override
    public String toString() {
        return value;
    }
}
