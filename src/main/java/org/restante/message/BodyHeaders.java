package org.restante.message;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.restante.mailstore.MessageRef;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * The headers of the message frame's document. They repeat the frame's sandbox, so that it holds without the frame as well: opened on its
 * own, the document has no origin at all.
 */
final class BodyHeaders {

    private static final String FRAMED = "sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox";
    private static final String ALONE = "sandbox allow-popups allow-popups-to-escape-sandbox";

    private BodyHeaders() {}

    /** Writes them. */
    static void write(HttpServletRequest request, HttpServletResponse response, MessageRef ref) {
        boolean framed = "iframe".equals(request.getHeader("Sec-Fetch-Dest"));
        write(request, response, ref, framed ? FRAMED : ALONE);
    }

    /** Writes the headers of a page for paper, which is opened on its own, and whose pictures must be its own all the same. */
    static void writeForPaper(HttpServletRequest request, HttpServletResponse response, MessageRef ref) {
        write(request, response, ref, FRAMED);
    }

    private static void write(
            HttpServletRequest request, HttpServletResponse response, MessageRef ref, String sandbox) {
        String message = request.getContextPath() + "/mail/" + ref.mailbox().toAddress() + "/" + ref.key();
        response.setContentType("text/html;charset=utf-8");
        response.setHeader("X-Frame-Options", "SAMEORIGIN");
        response.setHeader("Vary", "Sec-Fetch-Dest");
        response.setHeader(
                "Content-Security-Policy",
                String.join(
                        "; ",
                        "default-src 'none'",
                        "script-src 'none'",
                        "style-src 'unsafe-inline'",
                        "img-src " + origin(request, message + "/parts/") + " "
                                + origin(request, request.getContextPath() + "/images/"),
                        "form-action 'none'",
                        "base-uri 'none'",
                        "frame-ancestors 'self'",
                        sandbox));
    }

    private static String origin(HttpServletRequest request, String path) {
        return ServletUriComponentsBuilder.fromRequestUri(request)
                .replacePath(path)
                .replaceQuery(null)
                .encode()
                .toUriString();
    }
}
