package org.restante.mailstore;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Set;

/**
 * A message that is to be added to a mailbox, read as a stream while it is.
 *
 * @param flags what it is to bear
 * @param received when it is to count as received (INTERNALDATE)
 * @param size octets that the content gives
 */
public record NewMessage(Set<Flag> flags, Instant received, long size, Content content) {

    /** Where the message is read from, with CRLF at the ends of its lines. */
    @FunctionalInterface
    public interface Content {
        InputStream open() throws IOException;
    }
}
