package org.restante.message;

import java.io.IOException;
import java.io.InputStream;
import org.restante.mailstore.MailFailure;
import org.restante.mailstore.MessageRef;
import org.restante.mailstore.OpenMailbox;
import org.restante.mime.Part;
import org.restante.mime.PartId;
import org.restante.mime.TransferEncoding;

/** Finds and reads parts of a message. */
final class MessageParts {

    private MessageParts() {}

    /**
     * Returns a part that has content.
     *
     * @throws MailFailure.Gone where the message has none of that number
     */
    static Part find(OpenMailbox mailbox, MessageRef ref, PartId part) {
        return mailbox.structure(ref)
                .find(part)
                .filter(candidate -> !candidate.isOf("multipart"))
                .orElseThrow(() -> gone(part));
    }

    static MailFailure.Gone gone(PartId part) {
        return new MailFailure.Gone(MailFailure.Gone.Kind.PART, "no part " + part);
    }

    /** Returns what is in a part, without its transfer encoding. */
    static InputStream decoded(OpenMailbox mailbox, MessageRef ref, Part part) throws IOException {
        return TransferEncoding.decode(
                part.encoding(), mailbox.content(ref, part.id().orElseThrow()));
    }
}
