package org.restante.mime;

import java.io.InputStream;
import java.util.Locale;

/** The encodings of RFC 2045 §6, and uuencode, as streams. */
public final class TransferEncoding {

    private TransferEncoding() {}

    /**
     * Returns the decoded octets of a stream, in constant memory. Rubbish in the encoding is passed over, never an
     * error; an encoding that is not
     * known leaves the octets as they are. Closing the answer closes the source.
     *
     * @param encoding the value of Content-Transfer-Encoding, in any case
     */
    public static InputStream decode(String encoding, InputStream source) {
        String name = encoding == null ? "" : encoding.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "");
        return switch (name) {
            case "base64" -> new Base64Stream(source);
            case "quotedprintable" -> new QuotedPrintableStream(source);
            case "xuuencode", "uuencode", "xuue", "uue" -> new UuStream(source);
            default -> source;
        };
    }
}
