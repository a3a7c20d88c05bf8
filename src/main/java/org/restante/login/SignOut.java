package org.restante.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.restante.account.Sessions;
import org.restante.account.SignedIn;
import org.restante.mailstore.MailStores;
import org.restante.security.Cookies;
import org.springframework.stereotype.Component;

/** Ends a session and what hangs on it. */
@Component
class SignOut {

    /** Back must not show mail; the cookies stay, since one of them proves that this browser is known. */
    private static final String FORGET_PAGES = "\"cache\"";

    private final Sessions sessions;
    private final MailStores mailStores;
    private final Cookies cookies;

    SignOut(Sessions sessions, MailStores mailStores, Cookies cookies) {
        this.sessions = sessions;
        this.mailStores = mailStores;
        this.cookies = cookies;
    }

    void of(SignedIn person, HttpServletRequest request, HttpServletResponse response) {
        sessions.end(person.sessionId());
        mailStores.of(person.credential()).close();
        cookies.clear(request, response, Cookies.Purpose.SESSION);
        response.setHeader("Clear-Site-Data", FORGET_PAGES);
    }
}
