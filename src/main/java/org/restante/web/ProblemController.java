package org.restante.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The page for every error that no controller turned into one: by its {@link Problem}, else by its status. */
@Controller
class ProblemController implements ErrorController {

    /** Adds nothing to an answer that failed after it had begun. */
    @RequestMapping("${server.error.path:/error}")
    @Nullable
    ModelAndView problem(HttpServletRequest request, HttpServletResponse response) {
        if (response.isCommitted()) {
            return null;
        }
        if (request.getAttribute(Problem.ATTRIBUTE) instanceof Problem problem) {
            return ProblemAdvice.page(problem, response);
        }
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return ProblemAdvice.page(StatusProblems.of(status instanceof Integer code ? code : 404), response);
    }
}
