package org.restante.message;

import org.restante.testing.Postgres;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

class SearchPostgresIT extends SearchTest {

    @DynamicPropertySource
    static void on_postgresql(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", Postgres::url);
        properties.add("restante.secret", () -> "long enough to be a secret of a test");
    }
}
