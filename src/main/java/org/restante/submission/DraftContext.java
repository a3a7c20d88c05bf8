package org.restante.submission;

import java.util.Optional;

/**
 * What a message goes back to; said once, when writing begins.
 *
 * @param inReplyTo the Message-ID of the message that is answered, with its angle brackets; empty where none is
 * @param references those of its conversation, separated by spaces (RFC 5322 §3.6.4)
 */
public record DraftContext(String inReplyTo, String references, Optional<Origin> origin) {

    /** A message of its own. */
    public static final DraftContext NONE = new DraftContext("", "", Optional.empty());
}
