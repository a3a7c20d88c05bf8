package org.restante.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Map;
import org.restante.account.SignedIn;
import org.restante.security.LocalAddress;
import org.restante.security.SignInAgain;
import org.restante.web.Texts;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
@RequestMapping("/login")
class SignInController {

    private final SignIn signIn;
    private final SignInPages pages;

    SignInController(SignIn signIn, SignInPages pages) {
        this.signIn = signIn;
        this.pages = pages;
    }

    @GetMapping
    ModelAndView show(
            @RequestParam(defaultValue = "") String why, SignInForm form, HttpServletRequest request, Texts texts) {
        return page(HttpStatus.OK, pages.of(form, request, texts, SignInReason.text(why)));
    }

    /** Also where {@link SignInAgain} leads: then nothing is tried. */
    @PostMapping
    ModelAndView signIn(
            SignInForm form,
            @AuthenticationPrincipal SignedIn before,
            HttpServletRequest request,
            HttpServletResponse response,
            Texts texts) {
        SignInAgain again = SignInAgain.of(request);
        if (again != null) {
            return page(again.status(), pages.of(form, request, texts, again.why()));
        }
        if (!pages.usable(request)) {
            return page(HttpStatus.FORBIDDEN, pages.of(form, request, texts, (String) null));
        }
        try {
            signIn.with(form, before, request, response);
            return Redirects.to(LocalAddress.orStart(form.next()));
        } catch (SignInRefused refused) {
            refused.retryAfter()
                    .map(Duration::toSeconds)
                    .ifPresent(seconds -> response.setHeader(HttpHeaders.RETRY_AFTER, seconds.toString()));
            return page(refused.status(), pages.of(form, request, texts, refused));
        }
    }

    private static ModelAndView page(HttpStatus status, SignInPage page) {
        return new ModelAndView("login/sign-in", Map.of("page", page), status);
    }
}
