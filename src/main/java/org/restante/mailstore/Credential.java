package org.restante.mailstore;

/**
 * What a person proves to a mail server.
 *
 * @param login what is sent to the server: an address or its local part
 * @throws IllegalArgumentException where login or password hold CR, LF or NUL
 */
public record Credential(MailServer server, String login, String password) {

    public Credential {
        if ((login + password).chars().anyMatch(c -> c == 0 || c == '\r' || c == '\n')) {
            throw new IllegalArgumentException("a credential must not hold line breaks");
        }
    }

    /** Returns server and login; never the password. */
    @Override
    public String toString() {
        return login + "@" + server.name();
    }
}
