package org.restante.mime;

import java.util.Map;
import java.util.Optional;

/**
 * The structure of a message, and where its parts lie.
 *
 * @param ranges where the content of each numbered part lies, as encoded for transfer
 */
public record ParsedMessage(Part root, Map<PartId, Range> ranges) {

    /**
     * Octets of the message.
     *
     * @param start how many octets stand before the first
     */
    public record Range(long start, long length) {}

    /** Returns where the content of a part lies; empty where the message has no such part. */
    public Optional<Range> range(PartId part) {
        return Optional.ofNullable(ranges.get(part));
    }
}
