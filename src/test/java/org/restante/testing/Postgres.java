package org.restante.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A PostgreSQL for as long as the tests run, started by the first that asks for it. */
public final class Postgres {

    private Postgres() {}

    /** Returns the JDBC address of the database, user included. */
    public static String url() {
        return Started.SERVER.getJdbcUrl("postgres", "postgres");
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
