package org.restante.mailstore.local;

import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.restante.mailstore.Credential;
import org.restante.mailstore.MailFailure.Network;

/** What one unit of work has to do with the maildrop: it is opened when that is needed, and then once. */
final class MaildropVisit implements AutoCloseable {

    private final LocalServices services;
    private final Credential credential;
    private final Drop drop;
    private Optional<MaildropSession> session;

    MaildropVisit(LocalServices services, Credential credential, Drop drop) {
        this.services = services;
        this.credential = credential;
        this.drop = drop;
        session = Optional.empty();
    }

    /** Takes over the session that is open. */
    MaildropVisit(LocalServices services, Credential credential, MaildropSession session) {
        this(services, credential, session.drop());
        this.session = Optional.of(session);
    }

    Drop drop() {
        return drop;
    }

    /**
     * Reads what lies in the maildrop, unless that was done just now.
     *
     * @param newest how many of the newest messages have to be known then
     * @return when it was read last, where it cannot be read now
     */
    Optional<Instant> look(int newest) {
        if (session.filter(MaildropSession::hasLooked).isPresent()) {
            session.orElseThrow().addOlder(newest);
            return Optional.empty();
        }
        if (isFresh()) {
            return Optional.empty();
        }
        return unlessNotNow(() -> !isFresh(), open -> open.look(newest));
    }

    private boolean isFresh() {
        return services.proven().has(credential)
                && services.drops()
                        .lastRead(drop)
                        .filter(last -> last.age().compareTo(services.lookEvery()) < 0)
                        .isPresent();
    }

    /** Returns when the maildrop was read last, where it cannot be opened now; fails where it never was. */
    Optional<Instant> unlessNotNow(BooleanSupplier needed, Consumer<MaildropSession> work) {
        try {
            withSession(needed, work);
            return Optional.empty();
        } catch (NotNowException e) {
            return Optional.of(
                    services.drops().lastRead(drop).orElseThrow(e::refusal).at());
        }
    }

    /** Nothing that is done with a session changes what lies in the maildrop: so it is done once more where the session breaks. */
    void withSession(BooleanSupplier needed, Consumer<MaildropSession> work) throws NotNowException {
        enter(needed);
        try {
            session.ifPresent(work);
        } catch (Network e) {
            if (e.kind() != Network.Kind.BROKEN) {
                throw e;
            }
            session.orElseThrow().close();
            session = Optional.empty();
            enter(() -> true);
            session.ifPresent(work);
        }
    }

    private void enter(BooleanSupplier needed) throws NotNowException {
        if (session.isEmpty()) {
            session = services.gate().enter(drop, credential, needed);
        }
    }

    /** While a maildrop is read for the first time, older messages get the UIDs below the lowest one, which must not be one that was used. */
    void finishReading() {
        if (services.drops().lastRead(drop).isEmpty()) {
            look(Integer.MAX_VALUE);
            close();
        }
    }

    /** Lets the maildrop go, if it is open. */
    @Override
    public void close() {
        session.ifPresent(services.filler()::takeOver);
        session = Optional.empty();
    }
}
