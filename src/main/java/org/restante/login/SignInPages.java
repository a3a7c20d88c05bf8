package org.restante.login;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.restante.account.MailServers;
import org.restante.login.SignInRefused.Field;
import org.restante.security.Cookies;
import org.springframework.stereotype.Component;

/** Builds the sign-in page, with what was typed kept, but for the password. */
@Component
class SignInPages {

    private static final String NO_SERVER =
            "No mail server is configured yet, so nobody can sign in. Whoever runs this webmail: set"
                    + " restante.servers.default.incoming (RESTANTE_SERVERS_DEFAULT_INCOMING) to an address such as"
                    + " imaps://mail.example.org.";
    private static final String PLAIN_HTTP =
            "Signing in does not work here, since the connection is not private: anyone on the way could read your"
                    + " password. Please use an address that begins with https. Whoever runs this webmail: put a proxy with TLS"
                    + " before it, or set restante.plain-http=true on a trusted network.";

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

    SignInPage of(SignInForm form, HttpServletRequest request, String notice) {
        return page(form, request, notice, Field.NONE, null);
    }

    SignInPage of(SignInForm form, HttpServletRequest request, SignInRefused refused) {
        return refused.field() == Field.NONE
                ? of(form, request, refused.getMessage())
                : page(form, request, null, refused.field(), refused.getMessage());
    }

    private SignInPage page(SignInForm form, HttpServletRequest request, String notice, Field field, String error) {
        List<String> choice = servers.names().size() > 1 ? servers.names() : List.of();
        String obstacle = cookies.allowed(request) ? servers.names().isEmpty() ? NO_SERVER : null : PLAIN_HTTP;
        return new SignInPage(
                form.username(),
                form.server(),
                form.stay(),
                form.next(),
                choice,
                obstacle == null,
                obstacle == null ? notice : obstacle,
                field,
                error);
    }
}
