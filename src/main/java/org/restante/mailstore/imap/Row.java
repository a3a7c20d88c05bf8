package org.restante.mailstore.imap;

import java.time.Instant;
import java.util.Set;
import org.restante.mailstore.Flag;
import org.restante.mailstore.MessageRef;
import org.restante.mailstore.MessageSummary;
import org.restante.mime.Envelope;
import org.restante.mime.Part;

/** What never changes of a message: all of its summary but the flags. */
record Row(Envelope envelope, Instant received, long size, Part structure) {

    MessageSummary with(MessageRef ref, Set<Flag> flags) {
        return new MessageSummary(ref, flags, envelope, received, size, structure);
    }
}
