package org.restante.mailstore;

import java.time.Instant;
import java.util.Set;
import org.restante.mime.Envelope;
import org.restante.mime.Part;

/**
 * What is known of a message without its content.
 *
 * @param flags system flags and keywords
 * @param received when the server took it in (INTERNALDATE)
 * @param size octets as stored (RFC822.SIZE)
 * @param structure in a list perhaps only the root, where the server tells no more without the content
 */
public record MessageSummary(
        MessageRef ref, Set<Flag> flags, Envelope envelope, Instant received, long size, Part structure) {

    /** Returns the same with another structure. */
    public MessageSummary with(Part other) {
        return new MessageSummary(ref, flags, envelope, received, size, other);
    }

    /** Returns whether the message bears the flag. */
    public boolean is(Flag flag) {
        return flags.contains(flag);
    }
}
