package org.restante.message;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.restante.mime.Attachment;
import org.restante.web.Texts;

/**
 * An attachment as a message's page names it.
 *
 * @param name as the sender wrote it
 * @param kind what its name ends with, such as {@code PDF}; empty where that says nothing
 * @param icon the name of its icon
 * @param shown how it is shown in place: {@code picture}, {@code frame}, {@code sound} or {@code film}; empty where it is not
 * @param opens where it is opened apart: {@code view} for a PDF, {@code message} for a message; empty where it is not
 */
record AttachmentLink(
        String part,
        String name,
        String kind,
        String type,
        String size,
        String icon,
        String shown,
        String opens,
        boolean dangerous) {

    private static final Pattern ENDING = Pattern.compile("\\.([A-Za-z0-9]{1,4})$");

    static AttachmentLink of(Attachment attachment, Texts texts) {
        AttachmentKind kind = AttachmentKind.of(attachment);
        return new AttachmentLink(
                attachment.id().value(),
                attachment.shownName(),
                ending(attachment.name()),
                attachment.type(),
                texts.size(attachment.size()),
                kind.icon(),
                shown(kind),
                kind == AttachmentKind.PDF ? "view" : kind == AttachmentKind.MESSAGE ? "message" : "",
                kind == AttachmentKind.DANGEROUS);
    }

    private static String ending(String name) {
        Matcher ending = ENDING.matcher(name);
        return ending.find() ? ending.group(1).toUpperCase(Locale.ROOT) : "";
    }

    private static String shown(AttachmentKind kind) {
        return switch (kind) {
            case PICTURE -> "picture";
            case TEXT, TABLE -> "frame";
            case SOUND -> "sound";
            case FILM -> "film";
            default -> "";
        };
    }
}
