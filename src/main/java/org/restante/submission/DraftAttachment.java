package org.restante.submission;

/**
 * A file that goes with a message.
 *
 * @param id unguessable; names it in addresses
 * @param type its media type, as whoever added it says
 * @param size octets
 * @param content where it lies
 * @param inText whether it is a picture in the text, which goes with the message only while the text shows it
 */
public record DraftAttachment(String id, String name, String type, long size, long content, boolean inText) {

    /** Returns its Content-ID, without angle brackets (RFC 2392). */
    public String contentId() {
        return contentId(id);
    }

    /** Returns the Content-ID of the file with that id. */
    public static String contentId(String id) {
        return id + "@restante";
    }
}
