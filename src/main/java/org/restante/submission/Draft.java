package org.restante.submission;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

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

    /** Names the file of a draft that passes a message on as it is. */
    public static final String REDIRECTED = "redirected";

    /** Returns the message that is passed on as it is, under fields that say by whom (RFC 5322 §3.6.6); empty where one is written. */
    public Optional<DraftAttachment> redirected() {
        String redirected = Drafts.attachmentId(id, REDIRECTED);
        return attachments.stream().filter(file -> file.id().equals(redirected)).findFirst();
    }

    /** Returns the octets of all attachments. */
    public long attachedSize() {
        return attachments.stream().mapToLong(DraftAttachment::size).sum();
    }
}
