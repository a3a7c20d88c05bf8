package org.restante.account;

import java.time.InstantSource;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** The browsers that a person is signed in with. */
@Component
public class Devices {

    private static final int HANDLE_DIGITS = 32;

    private final SessionRepository repository;
    private final PurposeKeys handles;
    private final InstantSource clock;

    Devices(SessionRepository repository, ServerSecret secret, InstantSource clock) {
        this.repository = repository;
        handles = secret.keys("device handle");
        this.clock = clock;
    }

    /** Returns the person's browsers, the one used last first. */
    public List<Device> of(SignedIn person) {
        return live(person).stream()
                .map(session -> new Device(
                        handle(session),
                        session.userAgent(),
                        session.createdAt(),
                        session.lastUsedAt(),
                        session.stay(),
                        session.getId().equals(person.sessionId())))
                .toList();
    }

    /**
     * Signs one of the person's browsers out.
     *
     * @return whether there was such a browser
     */
    public boolean end(SignedIn person, String handle) {
        return end(person, session -> handle(session).equals(handle));
    }

    /** Signs all of the person's browsers out, but the one that asks. */
    public void endOthers(SignedIn person) {
        end(person, session -> !session.getId().equals(person.sessionId()));
    }

    /** Signs all of the person's browsers out. */
    public void endAll(SignedIn person) {
        end(person, session -> true);
    }

    private boolean end(SignedIn person, Predicate<Session> which) {
        List<String> ids =
                live(person).stream().filter(which).map(Session::getId).toList();
        repository.end(ids);
        return !ids.isEmpty();
    }

    private List<Session> live(SignedIn person) {
        return repository.findOfAccount(person.account()).stream()
                .filter(session -> !SessionLife.ended(session, clock.instant()))
                .toList();
    }

    private String handle(Session session) {
        return handles.sign(session.getId()).substring(0, HANDLE_DIGITS);
    }
}
