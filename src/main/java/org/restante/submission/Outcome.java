package org.restante.submission;

import java.util.Map;

/** What became of handing a message over. */
public sealed interface Outcome {

    /**
     * The server has taken it, for all but these recipients.
     *
     * @param refused by their addresses
     */
    record Taken(Map<String, Refusal> refused) implements Outcome {}

    /**
     * The server has certainly not taken it.
     *
     * @param refused recipients that it named, by their addresses; the others it refused for the whole
     */
    record NotTaken(Refusal whole, Map<String, Refusal> refused) implements Outcome {}

    /** The whole message went out, and the answer to it did not come in. */
    record Unknown() implements Outcome {}
}
