package org.restante.message;

import org.restante.mime.Attachment;
import org.restante.web.Sizes;

/** An attachment as a message's page names it. */
record AttachmentLink(String part, String name, String type, String size) {

    static AttachmentLink of(Attachment attachment) {
        return new AttachmentLink(
                attachment.id().value(), attachment.name(), attachment.type(), Sizes.of(attachment.size()));
    }
}
