package org.restante.account;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Begins, finds and ends sessions. Each request asks the database, so that a session that ended is dead at once on every replica.
 */
@Component
public class Sessions {

    private final SessionRepository repository;
    private final Accounts accounts;
    private final MailServers servers;
    private final SessionSeal seal;
    private final InstantSource clock;

    Sessions(
            SessionRepository repository,
            Accounts accounts,
            MailServers servers,
            SessionSeal seal,
            InstantSource clock) {
        this.repository = repository;
        this.accounts = accounts;
        this.servers = servers;
        this.seal = seal;
        this.clock = clock;
    }

    /** Begins a session of whoever has just proved the password to the mail server. */
    public StartedSession start(AccountName name, String password, Browser browser) {
        Account account = accounts.of(name);
        SessionCookie cookie = SessionCookie.random();
        byte[] sealed = seal.seal(cookie, account.id(), password);
        repository.save(new Session(cookie.id(), account, sealed, browser, clock.instant()));
        return new StartedSession(
                cookie.value(), browser.stay() ? Optional.of(SessionLife.ABSOLUTE) : Optional.empty());
    }

    /**
     * Finds who holds a cookie.
     *
     * @param byPerson whether a person started the request, so that the session counts as used
     * @return empty where the cookie is not one of ours, or its session has ended
     */
    public Optional<SignedIn> find(String cookie, boolean byPerson) {
        return SessionCookie.parse(cookie)
                .flatMap(parsed -> repository
                        .findWithAccount(parsed.id())
                        .filter(session -> !SessionLife.ended(session, clock.instant()))
                        .flatMap(session -> open(parsed, session, byPerson)));
    }

    private Optional<SignedIn> open(SessionCookie cookie, Session session, boolean byPerson) {
        Account account = session.account();
        Optional<SessionSeal.Opened> opened = seal.open(cookie, account.id(), session.sealedPassword());
        if (opened.isEmpty()) {
            return Optional.empty();
        }
        String password = opened.get().password();
        if (opened.get().stale()) {
            repository.reseal(cookie.id(), seal.seal(cookie, account.id(), password));
        }
        if (byPerson) {
            markUsed(session);
        }
        return servers.credential(account.name(), password)
                .map(credential -> new SignedIn(
                        cookie.id(),
                        account.id(),
                        credential,
                        session.zone(),
                        account.preferences(),
                        account.name().login()));
    }

    private void markUsed(Session session) {
        Instant now = clock.instant();
        if (!now.isBefore(session.lastUsedAt().plus(SessionLife.USE_WRITTEN_EVERY))) {
            repository.markUsed(session.getId(), now);
        }
    }

    /** Ends a session, on every replica, at once. */
    public void end(String sessionId) {
        repository.end(List.of(sessionId));
    }
}
