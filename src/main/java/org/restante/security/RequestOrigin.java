package org.restante.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Tells what a person started from what the browser did by itself. */
final class RequestOrigin {

    private RequestOrigin() {}

    static boolean byPerson(HttpServletRequest request) {
        String purpose = Optional.ofNullable(request.getHeader("Sec-Purpose")).orElse("");
        boolean ahead = request.getHeader("X-Prefetch") != null || purpose.contains("prefetch");
        return !ahead && !request.getRequestURI().equals(request.getContextPath() + "/events");
    }
}
