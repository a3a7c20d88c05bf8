package org.restante.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Breaks off an answer that failed after it had begun, since only then does the browser know that a download is not whole. An exception in
 * a controller does not do it: Spring MVC takes a mail connection's end for the browser's own and ends the answer in good order.
 */
@Component
class BrokenAnswerFilter extends OncePerRequestFilter {

    private static final String BROKEN = BrokenAnswerFilter.class.getName();

    /** Has the answer broken off when the controllers are through with it. */
    static void breakOff(HttpServletRequest request) {
        request.setAttribute(BROKEN, true);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        if (request.getAttribute(BROKEN) != null) {
            throw new ServletException("the answer failed after it had begun");
        }
    }
}
