package org.restante.benchmark;

import java.io.IOException;

/** One thing to measure. */
@FunctionalInterface
interface Exchange {

    /**
     * @param i how many of these the same client has done before
     */
    void run(int i) throws IOException;
}
