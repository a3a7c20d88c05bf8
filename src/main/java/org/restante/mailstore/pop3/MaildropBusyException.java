package org.restante.mailstore.pop3;

/** The server does not open the maildrop now; later it will. */
public final class MaildropBusyException extends Exception {

    /** Why it does not. */
    public enum Kind {
        /** Another client has it open; the credential was right (RFC 2449 §8.1.2). */
        IN_USE,
        /** The last sign-in was too short a time ago (RFC 2449 §8.1.1). */
        LOGIN_DELAY,
        /** The server has a passing trouble of its own (RFC 3206 §4, {@code SYS/TEMP}). */
        TROUBLE
    }

    private final Kind kind;

    MaildropBusyException(Kind kind, String serversWords) {
        super(serversWords);
        this.kind = kind;
    }

    /** Returns why the maildrop is not opened. */
    public Kind kind() {
        return kind;
    }
}
