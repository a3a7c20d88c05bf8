package org.restante.mailstore;

import java.util.List;

/**
 * What marking messages did.
 *
 * @param there how many of them were still there
 * @param changed those that were not so already, in the order asked; undoing concerns these alone
 */
public record Marked(int there, List<MessageRef> changed) {

    /** What comes of nothing asked. */
    public static final Marked NONE = new Marked(0, List.of());

    public Marked {
        changed = List.copyOf(changed);
    }
}
