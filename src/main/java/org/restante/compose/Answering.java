package org.restante.compose;

/** What a new message does with another one. */
enum Answering {
    REPLY,
    REPLY_ALL,
    FORWARD,
    ATTACHED,
    REDIRECT,
    AGAIN;

    /** Returns whether the other one's files go with it. */
    boolean takesFiles() {
        return this == FORWARD || this == ATTACHED || this == AGAIN;
    }
}
