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
    private final SessionRows rows;
    private final Accounts accounts;
    private final MailServers servers;
    private final SessionSeal seal;
    private final InstantSource clock;

    Sessions(
            SessionRepository repository,
            SessionRows rows,
            Accounts accounts,
            MailServers servers,
            SessionSeal seal,
            InstantSource clock) {
        this.repository = repository;
        this.rows = rows;
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
                .flatMap(parsed -> rows.find(parsed.id())
                        .filter(row ->
                                !SessionLife.ended(row.createdAt(), row.lastUsedAt(), row.stay(), clock.instant()))
                        .flatMap(row -> open(parsed, row, byPerson)));
    }

    private Optional<SignedIn> open(SessionCookie cookie, SessionRow row, boolean byPerson) {
        Optional<SessionSeal.Opened> opened = seal.open(cookie, row.account(), row.sealedPassword());
        if (opened.isEmpty()) {
            return Optional.empty();
        }
        String password = opened.get().password();
        if (opened.get().stale()) {
            repository.reseal(cookie.id(), seal.seal(cookie, row.account(), password));
        }
        if (byPerson) {
            markUsed(row);
        }
        return servers.credential(row.name(), password)
                .map(credential -> new SignedIn(
                        cookie.id(),
                        row.account(),
                        credential,
                        row.zone(),
                        PreferenceLines.read(row.preferences()),
                        row.name().login()));
    }

    private void markUsed(SessionRow row) {
        Instant now = clock.instant();
        if (!now.isBefore(row.lastUsedAt().plus(SessionLife.USE_WRITTEN_EVERY))) {
            repository.markUsed(row.id(), now);
        }
    }

    /** Ends a session, on every replica, at once. */
    public void end(String sessionId) {
        repository.end(List.of(sessionId));
    }
}
