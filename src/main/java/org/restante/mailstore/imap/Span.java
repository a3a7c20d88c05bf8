package org.restante.mailstore.imap;

/** Consecutive sequence numbers, both ends included; none where the newest is below the oldest. */
record Span(long oldest, long newest) {

    static final Span NONE = new Span(1, 0);

    /** Returns so many numbers up to the newest, as far as there are any. */
    static Span upTo(long newest, int size) {
        return newest < 1 ? NONE : new Span(Math.max(1, newest - size + 1), newest);
    }

    boolean isEmpty() {
        return newest < oldest;
    }

    int size() {
        return (int) Math.max(0, newest - oldest + 1);
    }

    boolean contains(long number) {
        return number >= oldest && number <= newest;
    }

    @Override
    public String toString() {
        return oldest == newest ? Long.toString(oldest) : oldest + ":" + newest;
    }
}
