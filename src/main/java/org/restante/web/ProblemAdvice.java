package org.restante.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.restante.account.SignedIn;
import org.restante.mailstore.MailFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

/** Turns what controllers throw into a page and a status. What it does not name, {@link ProblemController} shows by its status. */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final PageModel layout;

    ProblemAdvice(PageModel layout) {
        this.layout = layout;
    }

    /** A mail server's failure; once an answer has begun there is no page for it any more. */
    @ExceptionHandler
    @Nullable
    ModelAndView mailFailure(
            MailFailure failure,
            @AuthenticationPrincipal @Nullable SignedIn person,
            HttpServletRequest request,
            HttpServletResponse response) {
        LOG.warn("mail: {}", failure.toString().replaceAll("\\p{Cntrl}", " "));
        if (response.isCommitted()) {
            BrokenAnswerFilter.breakOff(request);
            return null;
        }
        response.reset();
        Problem problem = MailProblems.of(failure);
        boolean perhapsDone = request.getMethod().equals("POST")
                && failure instanceof MailFailure.Network network
                && network.kind() != MailFailure.Network.Kind.UNREACHABLE;
        return inLayout(page(perhapsDone ? problem.withSafe("problem.safe.perhaps") : problem, response), person);
    }

    /** An address or a form field that names nothing: a folder, message, part or page that cannot be. */
    @ExceptionHandler
    ModelAndView malformed(
            MethodArgumentTypeMismatchException e,
            @AuthenticationPrincipal @Nullable SignedIn person,
            HttpServletResponse response) {
        boolean inPath =
                e.getParameter().hasParameterAnnotation(org.springframework.web.bind.annotation.PathVariable.class);
        return inLayout(page(StatusProblems.of(inPath ? 404 : 400), response), person);
    }

    /** Adds what the layout needs: to the pages of exception handlers Spring MVC adds no model attributes. */
    private ModelAndView inLayout(ModelAndView page, @Nullable SignedIn person) {
        return page.addObject("assets", layout.assets())
                .addObject("brand", layout.brand())
                .addObject("person", layout.person(person))
                .addObject("personAvatar", layout.personAvatar(person));
    }

    static ModelAndView page(Problem problem, HttpServletResponse response) {
        response.setStatus(problem.status());
        return new ModelAndView("web/problem", "problem", problem);
    }
}
