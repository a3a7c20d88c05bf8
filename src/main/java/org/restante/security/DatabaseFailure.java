package org.restante.security;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionTimedOutException;

/** Tells whether a failure is the database's, and will pass by itself or by its operator: down, slow, full or read-only. */
final class DatabaseFailure {

    /** Classes of SQLSTATE: connection, resources, operator intervention, system; H2 says 90067 and its like when it is closed. */
    private static final Set<String> CLASSES = Set.of("08", "53", "57", "58");

    private static final Set<String> STATES = Set.of("25006", "90067", "90098", "90121");
    private static final int DEEPEST = 20;

    private DatabaseFailure() {}

    static boolean isPassing(Throwable failure) {
        return causes(failure).anyMatch(DatabaseFailure::passes);
    }

    /** Returns what to write into the log: kinds and states, since messages may quote what was to be stored. */
    static String describe(Throwable failure) {
        return causes(failure)
                .map(cause -> cause instanceof SQLException sql
                        ? "%s %s".formatted(cause.getClass().getSimpleName(), sql.getSQLState())
                        : cause.getClass().getSimpleName())
                .reduce((before, after) -> before + " < " + after)
                .orElse("");
    }

    private static boolean passes(Throwable cause) {
        if (cause instanceof SQLException sql) {
            String state = sql.getSQLState() == null ? "" : sql.getSQLState();
            return cause instanceof SQLTransientConnectionException
                    || cause instanceof SQLTimeoutException
                    || STATES.contains(state)
                    || state.length() == 5 && CLASSES.contains(state.substring(0, 2));
        }
        return cause instanceof CannotCreateTransactionException
                || cause instanceof DataAccessResourceFailureException
                || cause instanceof QueryTimeoutException
                || cause instanceof TransactionTimedOutException;
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST);
    }
}
