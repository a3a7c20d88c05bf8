package org.restante.web;

import jakarta.servlet.http.HttpServletResponse;
import org.restante.mailstore.MailFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

/** Turns what controllers throw into a page and a status. What it does not name, {@link ProblemController} shows by its status. */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    /** A mail server's failure; once an answer has begun, only breaking it off tells the browser that it is not whole. */
    @ExceptionHandler
    ModelAndView mailFailure(MailFailure failure, HttpServletResponse response) {
        LOG.warn("mail: {}", failure.toString().replaceAll("\\p{Cntrl}", " "));
        if (response.isCommitted()) {
            throw failure;
        }
        response.reset();
        return page(MailProblems.of(failure), response);
    }

    /** An address or a form field that names nothing: a folder, message, part or page that cannot be. */
    @ExceptionHandler
    ModelAndView malformed(MethodArgumentTypeMismatchException e, HttpServletResponse response) {
        boolean inPath =
                e.getParameter().hasParameterAnnotation(org.springframework.web.bind.annotation.PathVariable.class);
        return page(inPath ? StatusProblems.of(404) : StatusProblems.of(400), response);
    }

    static ModelAndView page(Problem problem, HttpServletResponse response) {
        response.setStatus(problem.status());
        return new ModelAndView("web/problem", "problem", problem);
    }
}
