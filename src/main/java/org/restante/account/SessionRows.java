package org.restante.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Reads sessions in one round trip, without a transaction around it: this is what every request waits for, and through Hibernate it cost ten
 * times as much.
 */
@Component
class SessionRows {

    private static final String WITH_ACCOUNT = """
            select s.id, s.sealed_password, s.stay, s.zone, s.created_at, s.last_used_at, a.id, a.server, a.login, a.preferences
            from account_session s join account a on a.id = s.account_id where s.id = ?""";

    private final JdbcTemplate database;

    SessionRows(JdbcTemplate database) {
        this.database = database;
    }

    /** Returns a session that may have ended by its age; empty where there is none, or none any more. */
    Optional<SessionRow> find(String id) {
        return database.query(WITH_ACCOUNT, rows -> rows.next() ? Optional.of(row(rows)) : Optional.empty(), id);
    }

    private static SessionRow row(ResultSet row) throws SQLException {
        int column = 1;
        String id = row.getString(column++);
        byte[] sealed = row.getBytes(column++);
        boolean stay = row.getBoolean(column++);
        ZoneId zone = ZoneId.of(row.getString(column++));
        Instant createdAt = instant(row, column++);
        Instant lastUsedAt = instant(row, column++);
        long account = row.getLong(column++);
        var name = new AccountName(row.getString(column++), row.getString(column++));
        return new SessionRow(id, account, name, row.getString(column), sealed, stay, zone, createdAt, lastUsedAt);
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
