package org.restante.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.restante.web.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** Answers requests that do not reach a page: nobody is signed in, or the form is forged or too old. */
@Component
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final Logger log = LoggerFactory.getLogger(Refusals.class);
    private static final String LOGIN = "/login";

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException, ServletException {
        if (request.getMethod().equals("POST")) {
            signInAgain(request, response);
        } else {
            response.sendRedirect(request.getContextPath() + LocalAddress.signIn(request));
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException, ServletException {
        boolean signIn = request.getRequestURI().equals(request.getContextPath() + LOGIN);
        if (e instanceof CsrfException) {
            log.warn("A form without a valid token was refused");
        }
        if (signIn) {
            forward(request, response, new SignInAgain(HttpStatus.FORBIDDEN, "login.why.tooOld"));
        } else if (CurrentPerson.find().isEmpty()) {
            signInAgain(request, response);
        } else {
            request.setAttribute(Problem.ATTRIBUTE, tooOld());
            response.sendError(HttpStatus.FORBIDDEN.value());
        }
    }

    private static void signInAgain(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        forward(request, response, new SignInAgain(HttpStatus.UNAUTHORIZED, "login.why.ended"));
    }

    private static void forward(HttpServletRequest request, HttpServletResponse response, SignInAgain why)
            throws ServletException, IOException {
        request.setAttribute(SignInAgain.ATTRIBUTE, why);
        request.getRequestDispatcher(LOGIN).forward(request, response);
    }

    private static Problem tooOld() {
        return Problem.of(
                HttpStatus.FORBIDDEN.value(), "problem.tooOld", "problem.safe.nothing", "problem.next.repeat");
    }
}
