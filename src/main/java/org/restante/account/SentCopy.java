package org.restante.account;

/** Who puts the copy of what was sent among the sent mail. In any case there is one copy. */
public enum SentCopy {
    /** We, at once, unless it is there already. */
    OURS,
    /** The provider; we never do. */
    PROVIDER,
    /** We, unless it is there already a while after the message was sent. */
    LOOK_TWICE
}
