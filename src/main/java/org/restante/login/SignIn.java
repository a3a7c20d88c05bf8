package org.restante.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.ZoneId;
import org.restante.account.AccountName;
import org.restante.account.Browser;
import org.restante.account.MailServers;
import org.restante.account.RestanteProperties;
import org.restante.account.Sessions;
import org.restante.account.SignedIn;
import org.restante.account.StartedSession;
import org.restante.login.SignInRefused.Field;
import org.restante.mailstore.Credential;
import org.restante.mailstore.MailFailure;
import org.restante.mailstore.MailStores;
import org.restante.security.Cookies;
import org.restante.security.SignInThrottle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Tries a name and a password on the mail server, and begins a session where they work. */
@Component
class SignIn {

    private static final Logger log = LoggerFactory.getLogger(SignIn.class);

    /** Longer ones are nobody's (RFC 5321 section 4.5.3.1), and not worth a mail server's time. */
    private static final int LONGEST_NAME = 320;

    private static final int LONGEST_PASSWORD = 1024;
    private static final int LONGEST_ZONE = 64;

    private final MailServers servers;
    private final MailStores mailStores;
    private final Sessions sessions;
    private final SignInThrottle throttle;
    private final Cookies cookies;
    private final SignInAudit audit;
    private final ZoneId zone;

    SignIn(
            MailServers servers,
            MailStores mailStores,
            Sessions sessions,
            SignInThrottle throttle,
            Cookies cookies,
            SignInAudit audit,
            RestanteProperties properties) {
        this.servers = servers;
        this.mailStores = mailStores;
        this.sessions = sessions;
        this.throttle = throttle;
        this.cookies = cookies;
        this.audit = audit;
        zone = properties.zone();
    }

    /**
     * Signs in, and gives the browser its cookies.
     *
     * @param before whose session it replaces; null where nobody was signed in
     * @throws SignInRefused where nobody is signed in after it
     */
    void with(SignInForm form, SignedIn before, HttpServletRequest request, HttpServletResponse response) {
        AccountName account = account(form);
        prove(account, form.password(), request);
        String userAgent = request.getHeader(HttpHeaders.USER_AGENT);
        StartedSession session =
                sessions.start(account, form.password(), new Browser(userAgent, zone(form.zone()), form.stay()));
        cookies.write(request, response, Cookies.Purpose.SESSION, session.cookie(), session.keep());
        throttle.remember(account, request, response);
        audit.record(SignInAudit.Outcome.PASSED, account, request);
        if (before != null) {
            sessions.end(before.sessionId());
        }
    }

    private AccountName account(SignInForm form) {
        if (form.username().isEmpty()) {
            throw SignInRefused.form(Field.USERNAME, "login.error.noUsername");
        }
        if (form.password().isEmpty()) {
            throw SignInRefused.form(Field.PASSWORD, "login.error.noPassword");
        }
        if (form.username().length() > LONGEST_NAME || form.password().length() > LONGEST_PASSWORD) {
            throw SignInRefused.wrongCredentials(null);
        }
        return servers.accountName(form.username(), form.server())
                .orElseThrow(() -> SignInRefused.form(Field.USERNAME, "login.error.noSuchServer"));
    }

    private void prove(AccountName account, String password, HttpServletRequest request) {
        SignInThrottle.Attempt attempt = begin(account, request);
        boolean wrong = false;
        try {
            mailStores.of(credential(account, password)).authenticate();
        } catch (MailFailure failure) {
            wrong = failure instanceof MailFailure.Authentication;
            audit.record(
                    wrong ? SignInAudit.Outcome.WRONG_PASSWORD : SignInAudit.Outcome.SERVER_FAILED, account, request);
            log.warn(
                    "Sign-in on {} failed: {}",
                    account.server(),
                    failure.getClass().getSimpleName());
            throw SignInRefused.because(failure);
        } finally {
            if (wrong) {
                attempt.failed();
            } else {
                attempt.passed();
            }
        }
    }

    private SignInThrottle.Attempt begin(AccountName account, HttpServletRequest request) {
        try {
            return throttle.begin(account, request);
        } catch (SignInThrottle.Full full) {
            audit.record(SignInAudit.Outcome.THROTTLED, account, request);
            log.warn("Sign-in on {} not tried: {}", account.server(), full.getMessage());
            throw SignInRefused.throttled(full.remaining());
        }
    }

    private Credential credential(AccountName account, String password) {
        try {
            return servers.credential(account, password).orElseThrow();
        } catch (IllegalArgumentException e) {
            throw SignInRefused.wrongCredentials(e);
        }
    }

    private ZoneId zone(String name) {
        try {
            return name.isEmpty() || name.length() > LONGEST_ZONE ? zone : ZoneId.of(name);
        } catch (DateTimeException e) {
            return zone;
        }
    }
}
