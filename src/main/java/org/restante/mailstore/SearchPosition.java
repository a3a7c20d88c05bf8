package org.restante.mailstore;

/**
 * Up to where a mailbox has been searched, from its newest message on.
 *
 * @param left how many of its oldest messages have not been; a guess, since some may be gone
 * @param below their UIDs are lower than this
 */
public record SearchPosition(long left, long below) {

    /** Nothing has been searched. */
    public static final SearchPosition START = new SearchPosition(Long.MAX_VALUE, Long.MAX_VALUE);

    /** Returns whether nothing has been searched. */
    public boolean isStart() {
        return below == Long.MAX_VALUE;
    }
}
