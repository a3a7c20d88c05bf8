package org.restante.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.restante.web.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Says in words that the database is down: without it nobody knows who asks. */
class DatabaseDownFilter extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(DatabaseDownFilter.class);
    private static final String RETRY_SECONDS = "10";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException e) {
            if (response.isCommitted() || !DatabaseFailure.isPassing(e)) {
                throw e;
            }
            log.error("The database does not answer: {}", DatabaseFailure.describe(e));
            request.setAttribute(Problem.ATTRIBUTE, problem());
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
            response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
        }
    }

    private static Problem problem() {
        return new Problem(
                HttpStatus.SERVICE_UNAVAILABLE.value(),
                "problem.database",
                "problem.safe.signedIn",
                "problem.next.retryOperator",
                "/",
                "problem.link.tryInbox");
    }
}
