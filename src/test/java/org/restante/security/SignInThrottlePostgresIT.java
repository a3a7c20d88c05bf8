package org.restante.security;

import org.restante.testing.Postgres;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

class SignInThrottlePostgresIT extends SignInThrottleTest {

    @DynamicPropertySource
    static void on_postgresql(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", Postgres::url);
        properties.add("restante.secret", () -> "long enough to be a secret of a test");
    }
}
