package org.restante.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.restante.account.Loopback;
import org.restante.account.RestanteProperties;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * Our cookies. Over TLS they are Secure and bear the prefix {@code __Host-} (RFC 6265bis section 4.1.3); over plain HTTP they exist only where
 * the browser reaches this machine itself, or where the operator allows it.
 */
@Component
public class Cookies {

    private static final Duration UNTIL_BROWSER_CLOSES = Duration.ofSeconds(-1);

    private final boolean plainHttp;

    Cookies(RestanteProperties properties) {
        plainHttp = properties.plainHttp();
    }

    /** What a cookie is for. */
    public enum Purpose {
        /** Who is signed in. */
        SESSION("restante"),
        /** Binds the sign-in form to the browser it was shown in. */
        VISIT("restante-visit"),
        /** Proves an earlier sign-in, so that strangers' failures do not keep this browser out. */
        KNOWN("restante-known");

        private final String name;

        Purpose(String name) {
            this.name = name;
        }
    }

    /** Returns whether a browser may sign in the way it came. */
    public boolean allowed(HttpServletRequest request) {
        return request.isSecure() || plainHttp || Loopback.is(request.getServerName());
    }

    /** Returns the cookie's value; empty where the browser sent none, or none may be used the way it came. */
    public Optional<String> read(HttpServletRequest request, Purpose purpose) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null || !allowed(request)) {
            return Optional.empty();
        }
        String name = name(request, purpose);
        return Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .findFirst();
    }

    /** Gives the browser a cookie; without a time it keeps it until it is closed. */
    public void write(
            HttpServletRequest request,
            HttpServletResponse response,
            Purpose purpose,
            String value,
            Optional<Duration> keep) {
        ResponseCookie cookie = ResponseCookie.from(name(request, purpose), value)
                .secure(request.isSecure())
                .httpOnly(true)
                .sameSite("Lax")
                .path("/")
                .maxAge(keep.orElse(UNTIL_BROWSER_CLOSES))
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    /** Makes the browser forget a cookie. */
    public void clear(HttpServletRequest request, HttpServletResponse response, Purpose purpose) {
        write(request, response, purpose, "", Optional.of(Duration.ZERO));
    }

    private static String name(HttpServletRequest request, Purpose purpose) {
        return request.isSecure() ? "__Host-" + purpose.name : purpose.name;
    }
}
