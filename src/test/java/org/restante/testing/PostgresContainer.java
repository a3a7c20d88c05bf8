package org.restante.testing;

import org.springframework.test.context.DynamicPropertyRegistry;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * PostgreSQL's own image for as long as the tests run, started by the first that asks for it: the release before the one that
 * {@link Postgres} embeds.
 */
public final class PostgresContainer {

    private static final String IMAGE = "postgres:17";

    private PostgresContainer() {}

    /** Returns what is in the way of it; null where it runs. */
    static String obstacle() {
        return Started.OBSTACLE;
    }

    /** Sets the application under test up for a schema of its own there. */
    public static void use(DynamicPropertyRegistry properties, String schema) {
        properties.add("spring.datasource.url", () -> url() + "&currentSchema=" + schema);
        properties.add("spring.flyway.schemas", () -> schema);
        properties.add("restante.secret", () -> "long enough to be a secret of a test");
    }

    /** Returns the JDBC address of its database, user and password included. */
    public static String url() {
        return "%s%suser=%s&password=%s"
                .formatted(
                        Started.SERVER.getJdbcUrl(),
                        Started.SERVER.getJdbcUrl().contains("?") ? "&" : "?",
                        Started.SERVER.getUsername(),
                        Started.SERVER.getPassword());
    }

    private static final class Started {

        static final PostgreSQLContainer SERVER = new PostgreSQLContainer(IMAGE);
        static final String OBSTACLE = start();

        private static String start() {
            if (!DockerClientFactory.instance().isDockerAvailable()) {
                return "no Docker daemon answers";
            }
            try {
                SERVER.start();
                return null;
            } catch (RuntimeException e) {
                return IMAGE + " does not start in Docker: " + e.getMessage();
            }
        }
    }
}
