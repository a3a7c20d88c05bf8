package org.restante.mailstore;

import java.util.Optional;

/** What people choose for accounts that are read over POP3. */
public interface Maildrops {

    /** Returns how it stands with an account; empty where it is not read over POP3. Nothing is asked of the server. */
    Optional<MaildropState> state(Credential credential);

    /** Keeps what becomes of the messages on the server from now on. */
    void choose(Credential credential, MaildropPolicy policy);
}
