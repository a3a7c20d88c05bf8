package org.restante.mailstore;

import java.util.List;
import java.util.Map;

/**
 * What became of messages that were moved or copied.
 *
 * @param done how many of them it was done to
 * @param left how many are there but stayed, since the server refused
 * @param arrived which message each has become in the other mailbox, as far as that is known for sure
 */
public record Moved(int done, int left, Map<MessageRef, MessageRef> arrived) {

    /** What comes of nothing asked. */
    public static final Moved NONE = new Moved(0, 0, Map.of());

    public Moved {
        arrived = Map.copyOf(arrived);
    }

    /** Returns the messages as they are called now, where that is known of every one; else none. */
    public List<MessageRef> traced() {
        return arrived.size() < done ? List.of() : List.copyOf(arrived.values());
    }
}
