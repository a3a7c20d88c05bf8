package org.restante.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.restante.mailstore.TimeLimit;
import org.springframework.web.filter.OncePerRequestFilter;

/** Limits how long a request waits for mail servers in all. Once its answer flows, only each exchange has a limit. */
class RequestLimitFilter extends OncePerRequestFilter {

    private final Duration limit;

    RequestLimitFilter(Duration limit) {
        this.limit = limit;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try (var waiting = TimeLimit.begin(limit, response::isCommitted)) {
            chain.doFilter(request, response);
        }
    }
}
