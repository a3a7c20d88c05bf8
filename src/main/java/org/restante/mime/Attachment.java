package org.restante.mime;

/**
 * A part that is offered for download.
 *
 * @param name a safe file name; see {@link FileNames}
 * @param shownName the name as the sender wrote it, on one line; never a file's
 * @param type the media type in lower case
 * @param size octets when decoded; estimated where the transfer encoding is base64
 * @param inline whether it is shown within the body: an image of the HTML, or a picture between texts
 */
public record Attachment(PartId id, String name, String shownName, String type, long size, boolean inline) {

    /** Lines of 76 characters and their CRLF carry 57 octets. */
    private static final long LINE = 78;

    private static final long LINE_OCTETS = 57;

    static Attachment of(Part part, boolean inline) {
        String name = FileNames.safe(part.fileName(), part.type());
        return new Attachment(
                part.id().orElseThrow(),
                name,
                FileNames.shown(part.fileName(), name),
                part.type(),
                decodedSize(part),
                inline);
    }

    private static long decodedSize(Part part) {
        if (!part.encoding().equalsIgnoreCase("base64")) {
            return Math.max(0, part.size());
        }
        long size = Math.max(0, part.size());
        return size < LINE ? size * 3 / 4 : Math.round((double) size * LINE_OCTETS / LINE);
    }
}
