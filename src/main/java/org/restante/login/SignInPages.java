package org.restante.login;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.restante.account.MailServers;
import org.restante.login.SignInRefused.Field;
import org.restante.security.Cookies;
import org.restante.web.Texts;
import org.springframework.stereotype.Component;

/** Builds the sign-in page, with what was typed kept, but for the password. */
@Component
class SignInPages {

    private final MailServers servers;
    private final Cookies cookies;

    SignInPages(MailServers servers, Cookies cookies) {
        this.servers = servers;
        this.cookies = cookies;
    }

    /** Returns whether anybody can sign in the way the request came. */
    boolean usable(HttpServletRequest request) {
        return cookies.allowed(request) && !servers.names().isEmpty();
    }

    /**
     * @param notice the name of what is said above the form; null: nothing
     */
    SignInPage of(SignInForm form, HttpServletRequest request, Texts texts, String notice) {
        return page(form, request, texts, notice == null ? null : texts.get(notice), Field.NONE, null);
    }

    SignInPage of(SignInForm form, HttpServletRequest request, Texts texts, SignInRefused refused) {
        return refused.field() == Field.NONE
                ? page(form, request, texts, refused.words(texts), Field.NONE, null)
                : page(form, request, texts, null, refused.field(), refused.words(texts));
    }

    private SignInPage page(
            SignInForm form, HttpServletRequest request, Texts texts, String notice, Field field, String error) {
        List<String> choice = servers.names().size() > 1 ? servers.names() : List.of();
        String obstacle =
                cookies.allowed(request) ? servers.names().isEmpty() ? "login.noServer" : null : "login.plainHttp";
        return new SignInPage(
                form.username(),
                form.server(),
                form.stay(),
                form.next(),
                choice,
                obstacle == null,
                obstacle == null ? notice : texts.get(obstacle),
                field,
                error);
    }
}
