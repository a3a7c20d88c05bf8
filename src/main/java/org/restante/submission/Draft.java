package org.restante.submission;

import java.time.Instant;
import java.util.List;

/**
 * A message that is being written.
 *
 * @param id chosen when writing begins, unguessable; the message can be sent once under it
 * @param version counts the changes, so that none is overwritten unseen
 * @param messageId with its angle brackets; fixed when writing begins
 */
public record Draft(
        String id,
        long account,
        long version,
        String messageId,
        DraftFields fields,
        DraftContext context,
        List<DraftAttachment> attachments,
        Instant changedAt) {

    /** Returns the octets of all attachments. */
    public long attachedSize() {
        return attachments.stream().mapToLong(DraftAttachment::size).sum();
    }
}
