package org.restante.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.restante.account.Randoms;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives each request an id, which its log lines bear and its answer tells, so that a person can say which one went wrong. */
class RequestIdFilter extends OncePerRequestFilter {

    private static final String KEY = "request";
    private static final int BYTES = 4;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String id = Randoms.hex(BYTES);
        response.setHeader("X-Request-Id", id);
        try (MDC.MDCCloseable ignored = MDC.putCloseable(KEY, id)) {
            chain.doFilter(request, response);
        }
    }
}
