package org.restante.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A PostgreSQL for as long as the tests run, started by the first that asks for it. */
public final class Postgres {

    private Postgres() {}

    /** Returns the JDBC address of the database, user included. */
    public static String url() {
        return Started.SERVER.getJdbcUrl("postgres", "postgres");
    }

    /** Returns the port of the server, whose user postgres needs no password. */
    public static int port() {
        return Started.SERVER.getPort();
    }

    /** Makes a database of the caller's own, and returns its JDBC address, user included. */
    public static String newDatabase(String name) {
        try (Connection connection = DriverManager.getConnection(url());
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return Started.SERVER.getJdbcUrl("postgres", name);
    }

    private static final class Started {

        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
