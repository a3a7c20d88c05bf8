package org.restante.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.restante.account.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

@Controller
class SignOutController {

    private final SignOut signOut;

    SignOutController(SignOut signOut) {
        this.signOut = signOut;
    }

    @PostMapping("/logout")
    ModelAndView signOut(
            @AuthenticationPrincipal SignedIn person, HttpServletRequest request, HttpServletResponse response) {
        signOut.of(person, request, response);
        return Redirects.to("/login?why=" + SignInReason.OUT.key());
    }
}
