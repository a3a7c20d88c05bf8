package org.restante.submission;

import java.io.IOException;
import java.io.InputStream;
import java.time.ZonedDateTime;
import java.util.List;
import org.restante.mime.Address;

/**
 * A message as it is to be written. Whoever gets a blind copy is not in it.
 *
 * @param text with CRLF at the end of each line, as {@code format=flowed}
 * @param html the same with formatting; empty where it has none
 * @param pictures those in the text
 * @param international whether an address needs more than ASCII (RFC 6532)
 */
public record Composition(
        Address from,
        List<Address> to,
        List<Address> cc,
        List<Address> replyTo,
        String subject,
        ZonedDateTime date,
        String messageId,
        String inReplyTo,
        String references,
        String text,
        String html,
        List<Picture> pictures,
        List<File> files,
        Priority priority,
        boolean international) {

    /** A file that goes with it. */
    public record File(String name, String type, Source source) {}

    /**
     * A picture in the text.
     *
     * @param contentId without angle brackets (RFC 2392)
     */
    public record Picture(String contentId, File file) {}

    /** Where a file is read from; it may be read more than once. */
    @FunctionalInterface
    public interface Source {
        InputStream open() throws IOException;
    }
}
