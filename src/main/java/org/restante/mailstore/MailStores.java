package org.restante.mailstore;

/** Finds the mail store of whoever holds a credential. */
public interface MailStores {

    /** Returns the mail store that the credential opens; nothing is asked of the mail server yet. */
    MailStore of(Credential credential);
}
