package org.restante.mailstore.pop3;

/** The server does not open the maildrop now; later it will. */
public final class MaildropBusyException extends Exception {

    /** Why it does not. */
    public enum Kind {
        /** Another client has it open (RFC 2449 §8.1.2). */
        IN_USE,
        /** The last sign-in was too short a time ago (RFC 2449 §8.1.1). */
        LOGIN_DELAY,
        /** The server has a passing trouble of its own (RFC 3206 §4, {@code SYS/TEMP}). */
        TROUBLE
    }

    private final Kind kind;
    private final boolean credentialRight;

    MaildropBusyException(Kind kind, boolean credentialRight, String serversWords) {
        super(serversWords);
        this.kind = kind;
        this.credentialRight = credentialRight;
    }

    /** Returns why the maildrop is not opened. */
    public Kind kind() {
        return kind;
    }

    /** Returns whether the server says by a code that it accepted the credential (RFC 2449 §8.1.2); its words alone prove nothing. */
    public boolean isCredentialRight() {
        return credentialRight;
    }
}
