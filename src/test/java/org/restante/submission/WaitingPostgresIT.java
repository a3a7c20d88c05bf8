package org.restante.submission;

import org.restante.testing.Postgres;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

class WaitingPostgresIT extends WaitingTest {

    @DynamicPropertySource
    static void on_postgresql(DynamicPropertyRegistry properties) {
        // In a schema of its own: other applications on this database look for messages to send as well.
        properties.add("spring.datasource.url", () -> Postgres.url() + "&currentSchema=waiting");
        properties.add("spring.flyway.schemas", () -> "waiting");
        properties.add("restante.secret", () -> "long enough to be a secret of a test");
    }
}
