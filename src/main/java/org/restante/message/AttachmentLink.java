package org.restante.message;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.restante.mime.Attachment;
import org.restante.web.Texts;

/**
 * An attachment as a message's page names it.
 *
 * @param kind what its name ends with, such as {@code PDF}; empty where that says nothing
 */
record AttachmentLink(String part, String name, String kind, String type, String size) {

    private static final Pattern ENDING = Pattern.compile("\\.([A-Za-z0-9]{1,4})$");

    static AttachmentLink of(Attachment attachment, Texts texts) {
        return new AttachmentLink(
                attachment.id().value(),
                attachment.name(),
                kind(attachment.name()),
                attachment.type(),
                texts.size(attachment.size()));
    }

    private static String kind(String name) {
        Matcher ending = ENDING.matcher(name);
        return ending.find() ? ending.group(1).toUpperCase(Locale.ROOT) : "";
    }
}
