package org.restante.security;

import org.restante.testing.NeedsPostgresContainer;
import org.restante.testing.PostgresContainer;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@NeedsPostgresContainer
class SignInThrottleContainerIT extends SignInThrottleTest {

    @DynamicPropertySource
    static void in_a_container(DynamicPropertyRegistry properties) {
        PostgresContainer.use(properties, "throttle");
    }
}
