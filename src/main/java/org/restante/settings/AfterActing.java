package org.restante.settings;

/** What a person wants to see after an act that ends the reading of the open message. */
public enum AfterActing {
    /** The list. */
    LIST,
    /** The message below it in the list, which arrived before it. */
    NEXT,
    /** The message above it in the list. */
    PREVIOUS
}
