package org.restante.mailstore.local;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.restante.mailstore.Credential;
import org.restante.mailstore.MailFailure;
import org.restante.mailstore.MailFailure.Refused;
import org.restante.mailstore.pop3.Maildrop;
import org.restante.mailstore.pop3.MaildropBusyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Opens maildrops, over all replicas one at a time for each account. */
final class MaildropGate {

    private static final int ATTEMPTS = 4;

    /** A sign-in that comes too early makes some servers wait anew. */
    private static final int LOOKS_HELD_OFF = 4;

    private static final Duration LONGEST_PAUSE = Duration.ofHours(2);
    private static final Duration PATIENCE_AT_SIGN_IN = Duration.ofSeconds(2);

    private final JdbcClient database;
    private final MessageTable messages;
    private final Reconciliation reconciliation;
    private final ProvenCredentials proven;
    private final DropTable drops;
    private final LocalProperties properties;
    private final MaildropMeters meters;

    MaildropGate(
            JdbcClient database,
            MessageTable messages,
            Reconciliation reconciliation,
            ProvenCredentials proven,
            DropTable drops,
            LocalProperties properties,
            MaildropMeters meters) {
        this.database = database;
        this.messages = messages;
        this.reconciliation = reconciliation;
        this.proven = proven;
        this.drops = drops;
        this.properties = properties;
        this.meters = meters;
    }

    /**
     * Proves the credential to the server.
     *
     * @return the session that proved it, to be closed; empty where another one reads the maildrop
     * @throws NotNowException where the server does not say now whether it is right
     */
    Optional<MaildropSession> prove(Credential credential) throws NotNowException {
        // Who has to wait for another session learns that there is one: so only who is known may.
        Optional<MaildropLease> lease = proven.has(credential)
                ? drops.find(credential).flatMap(drop -> leaseSoon(drop, PATIENCE_AT_SIGN_IN))
                : Optional.empty();
        Optional<MaildropSession> session = Optional.empty();
        try {
            Maildrop maildrop = open(credential);
            Drop drop = drops.of(credential);
            lease = lease.or(() -> leaseSoon(drop, Duration.ZERO));
            session = lease.map(taken -> session(drop, taken, maildrop));
            if (session.isEmpty()) {
                MaildropSession.leave(maildrop);
            }
        } catch (NotNowException e) {
            if (!proven.has(credential)) {
                throw e;
            }
        } finally {
            if (session.isEmpty()) {
                lease.ifPresent(MaildropLease::release);
            }
        }
        return session;
    }

    private Optional<MaildropLease> leaseSoon(Drop drop, Duration patience) {
        try {
            return Optional.of(MaildropLease.take(database, drop, patience));
        } catch (NotNowException e) {
            return Optional.empty();
        }
    }

    private MaildropSession session(Drop drop, MaildropLease lease, Maildrop maildrop) {
        Duration pause = maildrop.pause()
                .filter(said -> said.compareTo(LONGEST_PAUSE) < 0)
                .orElse(Duration.ZERO);
        if (!pause.equals(drop.pause())) {
            drops.pause(drop, pause);
        }
        return new MaildropSession(drop, lease, maildrop, messages, reconciliation, meters);
    }

    /**
     * Opens the maildrop.
     *
     * @param needed asked once the lease is there, which may have taken a while: whether it is still to be done
     * @return empty where it is not
     * @throws NotNowException where the maildrop cannot be opened now
     */
    Optional<MaildropSession> enter(Drop drop, Credential credential, BooleanSupplier needed) throws NotNowException {
        if (drops.isHeldOff(drop, properties.lookEvery().multipliedBy(LOOKS_HELD_OFF))) {
            throw new NotNowException(Refused.Kind.TOO_SOON, "the server wants more time between two looks");
        }
        MaildropLease lease = MaildropLease.take(database, drop, properties.patience());
        Optional<MaildropSession> session = Optional.empty();
        try {
            if (needed.getAsBoolean()) {
                session = Optional.of(session(drop, lease, open(credential)));
            }
            return session;
        } catch (NotNowException e) {
            if (e.kind() == Refused.Kind.TOO_SOON) {
                drops.holdOff(drop);
            }
            throw e;
        } finally {
            if (session.isEmpty()) {
                lease.release();
            }
        }
    }

    private Maildrop open(Credential credential) throws NotNowException {
        try {
            return openPatiently(credential);
        } catch (NotNowException e) {
            meters.notNow(e);
            throw e;
        } catch (MailFailure e) {
            meters.failed(e);
            throw e;
        }
    }

    private Maildrop openPatiently(Credential credential) throws NotNowException {
        for (int attempt = 1; ; attempt++) {
            try {
                Maildrop maildrop = Maildrop.open(credential);
                proven.add(credential);
                return maildrop;
            } catch (MailFailure.Authentication e) {
                proven.remove(credential);
                throw e;
            } catch (MaildropBusyException e) {
                if (e.isCredentialRight()) {
                    proven.add(credential);
                }
                if (e.kind() != MaildropBusyException.Kind.IN_USE || attempt == ATTEMPTS) {
                    throw new NotNowException(e);
                }
                // The server may not yet have noticed that our last session is over.
                LockSupport.parkNanos(Duration.ofMillis(25L << attempt).toNanos());
            }
        }
    }
}
