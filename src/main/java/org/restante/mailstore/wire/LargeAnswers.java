package org.restante.mailstore.wire;

import java.util.concurrent.atomic.AtomicLong;

/** The memory that answers may take beyond what is ordinary, over all connections of all protocols together. */
public final class LargeAnswers {

    private static final long HEAP = Runtime.getRuntime().maxMemory();
    private static final long MOST_IN_ALL = HEAP / 4;
    private static final AtomicLong IN_ALL = new AtomicLong();

    /** What one conversation may hold at most, in octets. */
    public static final long MOST = Math.max(32L << 20, Math.min(128L << 20, HEAP / 8));

    private LargeAnswers() {}

    /** Takes so many octets, to be given back by {@link #release}; returns false, and takes none, where too many are taken already. */
    public static boolean reserve(long octets) {
        boolean fits = IN_ALL.addAndGet(octets) <= MOST_IN_ALL;
        if (!fits) {
            release(octets);
        }
        return fits;
    }

    /** Gives octets back. */
    public static void release(long octets) {
        IN_ALL.addAndGet(-octets);
    }
}
