package org.restante.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.restante.web.Assets;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.stereotype.Component;

/** The headers of every answer. One that a controller has set is left as it is: the message frame has a policy of its own. */
@Component
class SecurityHeaders implements HeaderWriter {

    private static final long YEAR = Duration.ofDays(365).toSeconds();

    private final Map<String, String> headers = new LinkedHashMap<>();

    SecurityHeaders(Assets assets) {
        headers.put("Content-Security-Policy", policy(assets.importMapHash()));
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("X-Frame-Options", "DENY");
        headers.put("Referrer-Policy", "no-referrer");
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        headers.put(
                "Permissions-Policy",
                "browsing-topics=(), camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        headers.put("Cache-Control", "no-store");
    }

    private static String policy(String importMapHash) {
        return String.join(
                "; ",
                "default-src 'none'",
                "script-src 'self' " + importMapHash,
                "style-src 'self'",
                "img-src 'self' data:",
                "media-src 'self'",
                "connect-src 'self'",
                "font-src 'self'",
                "frame-src 'self'",
                "manifest-src 'self'",
                "worker-src 'self'",
                "form-action 'self'",
                "base-uri 'none'",
                "object-src 'none'",
                "frame-ancestors 'none'",
                "require-trusted-types-for 'script'",
                "trusted-types restante ProseMirrorClipboard");
    }

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        headers.forEach((name, value) -> add(response, name, value));
        if (request.isSecure()) {
            add(response, "Strict-Transport-Security", "max-age=" + YEAR);
        }
    }

    private static void add(HttpServletResponse response, String name, String value) {
        if (!response.containsHeader(name)) {
            response.setHeader(name, value);
        }
    }
}
