package org.restante.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Databases with the application's tables, for tests that start no application. */
public final class TestDatabase {

    private TestDatabase() {}

    /** Returns a new, empty H2 in memory. */
    public static DataSource h2() {
        return migrated("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    }

    /** Returns a new, empty H2 in a file, for tests that write more than fits into memory. */
    public static DataSource h2(Path file) {
        return migrated("jdbc:h2:file:" + file);
    }

    /** Returns the PostgreSQL that integration tests share. */
    public static DataSource postgres() {
        return migrated(Postgres.url());
    }

    /** Returns the PostgreSQL in a container. */
    public static DataSource postgresContainer() {
        return migrated(PostgresContainer.url());
    }

    private static DataSource migrated(String url) {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(10);
        config.setMinimumIdle(1);
        var source = new HikariDataSource(config);
        Flyway.configure().dataSource(source).load().migrate();
        return source;
    }
}
