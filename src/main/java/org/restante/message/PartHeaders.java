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
    private static final String PDF = "application/pdf";
    private static final String INERT = "default-src 'none'; sandbox; frame-ancestors 'self'";

    private PartHeaders() {}

    static void write(HttpServletResponse response, String contentType) {
        response.setContentType(contentType);
        response.setHeader("Content-Security-Policy", INERT);
        response.setHeader("Cache-Control", "private, max-age=31536000, immutable");
    }

    /** Writes the headers of a part that is offered for download; as a picture in a page it shows all the same. */
    static void attachment(HttpServletResponse response, Part part) {
        boolean shown = SHOWN_IN_PLACE.contains(part.type()) || AttachmentKind.PLAYABLE.contains(part.type());
        attachment(
                response,
                shown ? part.type() : "application/octet-stream",
                FileNames.safe(part.fileName(), part.type()));
    }

    /** Writes the headers of a download. */
    static void attachment(HttpServletResponse response, String contentType, String safeName) {
        write(response, contentType);
        response.setHeader(
                "Content-Disposition",
                ContentDisposition.attachment()
                        .filename(safeName, StandardCharsets.UTF_8)
                        .build()
                        .toString());
    }

    /** Writes the headers of a PDF that the browser's own viewer shows in a tab of its own. */
    static void pdf(HttpServletResponse response, Part part) {
        write(response, PDF);
        response.setHeader(
                "Content-Disposition",
                ContentDisposition.inline()
                        .filename(FileNames.safe(part.fileName(), PDF), StandardCharsets.UTF_8)
                        .build()
                        .toString());
    }
}
