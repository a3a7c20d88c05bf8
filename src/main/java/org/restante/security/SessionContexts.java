package org.restante.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.restante.account.Sessions;
import org.restante.account.SignedIn;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** Tells Spring Security who sent a request, by the cookie and the session's row; the row is read at most once a request. */
@Component
class SessionContexts implements SecurityContextRepository {

    private static final String FOUND = SessionContexts.class.getName();

    private final Sessions sessions;
    private final Cookies cookies;

    SessionContexts(Sessions sessions, Cookies cookies) {
        this.sessions = sessions;
        this.cookies = cookies;
    }

    @Override
    @SuppressWarnings("deprecation")
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return context(holder.getRequest());
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return context(request).getAuthentication() != null;
    }

    /** Sessions begin at sign-in, not here. */
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

    private SecurityContext context(HttpServletRequest request) {
        if (request.getAttribute(FOUND) instanceof SecurityContext found) {
            return found;
        }
        SecurityContext context = new SecurityContextImpl();
        // An error page must not ask the database again: that may be what failed.
        if (request.getDispatcherType() != DispatcherType.ERROR) {
            find(request)
                    .map(person -> UsernamePasswordAuthenticationToken.authenticated(person, null, List.of()))
                    .ifPresent(context::setAuthentication);
        }
        request.setAttribute(FOUND, context);
        return context;
    }

    private Optional<SignedIn> find(HttpServletRequest request) {
        return cookies.read(request, Cookies.Purpose.SESSION)
                .flatMap(cookie -> sessions.find(cookie, RequestOrigin.byPerson(request)));
    }
}
