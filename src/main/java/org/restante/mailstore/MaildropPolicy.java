package org.restante.mailstore;

/**
 * What becomes of the messages that lie on a POP3 server.
 *
 * @param days after how many days a message is removed there; 0 but with {@link Kind#DAYS}
 */
public record MaildropPolicy(Kind kind, int days) {

    /** When messages are removed from the server. */
    public enum Kind {
        /** Never. */
        KEEP,
        /** So many days after they were first seen, once they lie here; and when they are purged here. */
        DAYS,
        /** When they are purged here. */
        UNTIL_DELETED,
        /** Once they lie here; and when they are purged here. */
        REMOVE
    }

    /** The most days that can be chosen. */
    public static final int MOST_DAYS = 3650;

    /** What holds where nothing was chosen. */
    public static final MaildropPolicy USUAL = new MaildropPolicy(Kind.KEEP, 0);

    public MaildropPolicy {
        if (kind == Kind.DAYS ? days < 1 || days > MOST_DAYS : days != 0) {
            throw new IllegalArgumentException("days are for one kind alone");
        }
    }

    /** Returns whether what is purged here is removed from the server too. */
    public boolean removesPurged() {
        return kind != Kind.KEEP;
    }

    /** Returns whether messages are removed from the server that stay here, so that this is the only place they lie. */
    public boolean removesStored() {
        return kind == Kind.DAYS || kind == Kind.REMOVE;
    }
}
