package org.restante.account;

import org.restante.testing.NeedsPostgresContainer;
import org.restante.testing.PostgresContainer;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@NeedsPostgresContainer
class SessionsContainerIT extends SessionsTest {

    @DynamicPropertySource
    static void in_a_container(DynamicPropertyRegistry properties) {
        PostgresContainer.use(properties, "sessions");
    }
}
