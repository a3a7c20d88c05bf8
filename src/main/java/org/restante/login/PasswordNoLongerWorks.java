package org.restante.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.restante.account.SignedIn;
import org.restante.mailstore.MailFailure;
import org.restante.security.LocalAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Signs a person out whose password the mail server stopped accepting, before it takes the retries for an attack. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class PasswordNoLongerWorks {

    private static final Logger log = LoggerFactory.getLogger(PasswordNoLongerWorks.class);

    private final SignOut signOut;

    PasswordNoLongerWorks(SignOut signOut) {
        this.signOut = signOut;
    }

    @ExceptionHandler
    ModelAndView signOut(
            MailFailure.Authentication failure,
            @AuthenticationPrincipal SignedIn person,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (person == null || response.isCommitted()) {
            throw failure;
        }
        log.warn("{}: the mail server no longer accepts the password", person);
        signOut.of(person, request, response);
        String signIn = LocalAddress.signIn(request);
        String separator = signIn.contains("?") ? "&" : "?";
        return Redirects.to(signIn + separator + "why=" + SignInReason.PASSWORD.key());
    }
}
