package org.restante.mailstore.local;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.restante.mailstore.Credential;
import org.restante.mailstore.MailFailure;
import org.restante.mailstore.pop3.Maildrop;
import org.restante.mailstore.pop3.MaildropBusyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Opens maildrops, over all replicas one at a time for each account. */
final class MaildropGate {

    private static final int ATTEMPTS = 4;

    /** A sign-in that comes too early makes some servers wait anew. */
    private static final int LOOKS_HELD_OFF = 4;

    private final JdbcClient database;
    private final MessageTable messages;
    private final Reconciliation reconciliation;
    private final ProvenCredentials proven;
    private final DropTable drops;
    private final LocalProperties properties;

    MaildropGate(
            JdbcClient database,
            MessageTable messages,
            Reconciliation reconciliation,
            ProvenCredentials proven,
            DropTable drops,
            LocalProperties properties) {
        this.database = database;
        this.messages = messages;
        this.reconciliation = reconciliation;
        this.proven = proven;
        this.drops = drops;
        this.properties = properties;
    }

    /**
     * Proves the credential to the server and leaves at once.
     *
     * @throws NotNowException where the server does not say now whether it is right
     */
    void prove(Credential credential) throws NotNowException {
        try {
            open(credential).quit();
        } catch (NotNowException e) {
            // A maildrop that is in use was opened to the credential (RFC 2449 §8.1.2).
            if (!proven.has(credential)) {
                throw e;
            }
        }
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
            throw new NotNowException("the server wants more time between two looks");
        }
        MaildropLease lease = MaildropLease.take(database, drop, properties.patience());
        Optional<MaildropSession> session = Optional.empty();
        try {
            if (needed.getAsBoolean()) {
                session = Optional.of(new MaildropSession(drop, lease, open(credential), messages, reconciliation));
            }
            return session;
        } catch (NotNowException e) {
            if (e.isLoginDelay()) {
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
        for (int attempt = 1; ; attempt++) {
            try {
                Maildrop maildrop = Maildrop.open(credential);
                proven.add(credential);
                return maildrop;
            } catch (MailFailure.Authentication e) {
                proven.remove(credential);
                throw e;
            } catch (MaildropBusyException e) {
                boolean inUse = e.kind() == MaildropBusyException.Kind.IN_USE;
                if (inUse) {
                    proven.add(credential);
                }
                if (!inUse || attempt == ATTEMPTS) {
                    throw new NotNowException(e);
                }
                // The server may not yet have noticed that our last session is over.
                LockSupport.parkNanos(Duration.ofMillis(25L << attempt).toNanos());
            }
        }
    }
}
