package org.restante.message;

import org.restante.mime.Attachment;
import org.restante.web.Texts;

/** An attachment as a message's page names it. */
record AttachmentLink(String part, String name, String type, String size) {

    static AttachmentLink of(Attachment attachment, Texts texts) {
        return new AttachmentLink(
                attachment.id().value(), attachment.name(), attachment.type(), texts.size(attachment.size()));
    }
}
