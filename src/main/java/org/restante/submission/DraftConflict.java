package org.restante.submission;

/** A draft was changed elsewhere since the version that a change started from. Nothing was changed. */
public final class DraftConflict extends RuntimeException {

    private final transient Draft theirs;

    DraftConflict(Draft theirs) {
        super("the draft has version " + theirs.version());
        this.theirs = theirs;
    }

    /** Returns the draft as it is now. */
    public Draft theirs() {
        return theirs;
    }
}
