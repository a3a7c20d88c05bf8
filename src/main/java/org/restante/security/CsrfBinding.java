package org.restante.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.regex.Pattern;
import org.restante.account.Randoms;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.stereotype.Component;

/**
 * What forms are bound to: the session, or before signing in a random cookie. It never leaves the server as it is: see
 * {@link CsrfSignatures}.
 */
@Component
class CsrfBinding implements CsrfTokenRepository {

    static final String HEADER = "X-CSRF-Token";
    static final String FIELD = "_csrf";

    private static final int VISIT_BYTES = 16;
    private static final Pattern VISIT = Pattern.compile("[0-9a-f]{32}");

    private final Cookies cookies;

    CsrfBinding(Cookies cookies) {
        this.cookies = cookies;
    }

    @Override
    public CsrfToken loadToken(HttpServletRequest request) {
        Optional<String> session = CurrentPerson.find().map(person -> "session " + person.sessionId());
        return session.or(() -> cookies.read(request, Cookies.Purpose.VISIT)
                        .filter(visit -> VISIT.matcher(visit).matches())
                        .map(visit -> "visit " + visit))
                .map(CsrfBinding::token)
                .orElse(null);
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        return token("visit " + Randoms.hex(VISIT_BYTES));
    }

    @Override
    public void saveToken(CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        if (token != null && cookies.allowed(request)) {
            String visit = token.getToken().substring("visit ".length());
            cookies.write(request, response, Cookies.Purpose.VISIT, visit, Optional.empty());
        }
    }

    private static CsrfToken token(String binding) {
        return new DefaultCsrfToken(HEADER, FIELD, binding);
    }
}
