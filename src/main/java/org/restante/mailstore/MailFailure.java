package org.restante.mailstore;

/**
 * Why the mail server did not do what was asked: a closed set, so that each has a page of its own. The message is for logs; it and the
 * cause may hold the server's words and are never shown to a person.
 */
public abstract sealed class MailFailure extends RuntimeException {

    private MailFailure(String message, Throwable cause) {
        super(message, cause);
    }

    /** The server does not accept the credential. */
    public static final class Authentication extends MailFailure {
        public Authentication(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** The server's certificate is not trusted, is out of date, or names another host. */
    public static final class Certificate extends MailFailure {
        public Certificate(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** The server cannot be reached, or the conversation with it broke. */
    public static final class Network extends MailFailure {

        /** What went wrong with the conversation. */
        public enum Kind {
            /** No connection came about. */
            UNREACHABLE,
            /** The connection ended in the middle of a conversation. */
            BROKEN,
            /** No answer came in time. */
            TIMED_OUT,
            /** The answer cannot be understood, or goes beyond all bounds. */
            GARBLED
        }

        private final Kind kind;

        public Network(Kind kind, String message, Throwable cause) {
            super(message, cause);
            this.kind = kind;
        }

        /** Returns what went wrong with the conversation. */
        public Kind kind() {
            return kind;
        }
    }

    /** The server lacks what is required of it, such as STARTTLS. */
    public static final class Capability extends MailFailure {
        public Capability(String message) {
            super(message, null);
        }
    }

    /** The server understood and does not do it. */
    public static final class Refused extends MailFailure {

        /** Why it does not. */
        public enum Kind {
            /** Not now: it is overloaded, throttles, or has too many connections; later it may. */
            UNAVAILABLE,
            /** Nothing came free of our own bounded connections in time. */
            BUSY,
            /** Another program has it, and the server lets only one at a time. */
            IN_USE,
            /** The server asks for more time since it was last asked. */
            TOO_SOON,
            /** It is not allowed to this person, or the mailbox is read-only. */
            NOT_PERMITTED,
            /** The quota is used up. */
            OVER_QUOTA,
            /** No mailbox can have this name there. */
            NAME,
            /** Another mailbox has this name already. */
            NAME_TAKEN,
            /** It keeps no such keyword in this mailbox. */
            KEYWORD,
            /** For a reason of its own. */
            OTHER
        }

        private final Kind kind;

        public Refused(Kind kind, String message) {
            super(message, null);
            this.kind = kind;
        }

        /** Returns why the server does not do it. */
        public Kind kind() {
            return kind;
        }
    }

    /** What was asked for is not there, or no longer the same. */
    public static final class Gone extends MailFailure {

        /** What is gone. */
        public enum Kind {
            /** There is no such mailbox. */
            MAILBOX,
            /** There is no such message in the mailbox. */
            MESSAGE,
            /** There is no such part in the message. */
            PART,
            /** The mailbox has another UIDVALIDITY now: old references mean nothing. */
            UID_VALIDITY
        }

        private final Kind kind;

        public Gone(Kind kind, String message) {
            super(message, null);
            this.kind = kind;
        }

        /** Returns what is gone. */
        public Kind kind() {
            return kind;
        }
    }
}
