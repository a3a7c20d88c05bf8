package org.restante.mailstore;

/** What a unit of work does to its mailbox. */
public enum OpenMode {
    /** It changes nothing, and is done once more from the start on another connection where the first one turns out to be dead. */
    READ,
    /** It may change something, and is never repeated. */
    WRITE
}
