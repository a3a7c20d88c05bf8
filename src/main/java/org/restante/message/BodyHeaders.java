package org.restante.message;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * The headers of the message frame's document. They repeat the frame's sandbox, so that it holds without the frame as well: opened on its
 * own, the document has no origin at all.
 */
final class BodyHeaders {

    private static final String FRAMED = "sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox";
    private static final String ALONE = "sandbox allow-popups allow-popups-to-escape-sandbox";

    private BodyHeaders() {}

    /**
     * Writes them.
     *
     * @param address the message's path, below which its parts are
     */
    static void write(HttpServletRequest request, HttpServletResponse response, String address) {
        String parts = ServletUriComponentsBuilder.fromRequestUri(request)
                .replacePath(address + "/parts/")
                .replaceQuery(null)
                .encode()
                .toUriString();
        boolean framed = "iframe".equals(request.getHeader("Sec-Fetch-Dest"));
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
                        "img-src " + parts,
                        "form-action 'none'",
                        "base-uri 'none'",
                        "frame-ancestors 'self'",
                        framed ? FRAMED : ALONE));
    }
}
