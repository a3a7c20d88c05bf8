package org.restante.message;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.restante.mime.FileNames;
import org.restante.mime.Part;
import org.springframework.http.ContentDisposition;

/** The headers of what a stranger wrote and a browser is given as it is: nothing in it may run, and its type is not guessed. */
final class PartHeaders {

    private static final Set<String> SHOWN_IN_PLACE = Set.of("image/png", "image/jpeg", "image/gif", "image/webp");
    private static final String INERT = "default-src 'none'; sandbox; frame-ancestors 'self'";

    private PartHeaders() {}

    static void write(HttpServletResponse response, String contentType) {
        response.setContentType(contentType);
        response.setHeader("Content-Security-Policy", INERT);
        response.setHeader("Cache-Control", "private, max-age=31536000, immutable");
    }

    /** Writes the headers of a part that is offered for download; as a picture in a page it shows all the same. */
    static void attachment(HttpServletResponse response, Part part) {
        write(response, SHOWN_IN_PLACE.contains(part.type()) ? part.type() : "application/octet-stream");
        response.setHeader(
                "Content-Disposition",
                ContentDisposition.attachment()
                        .filename(FileNames.safe(part.fileName(), part.type()), StandardCharsets.UTF_8)
                        .build()
                        .toString());
    }
}
