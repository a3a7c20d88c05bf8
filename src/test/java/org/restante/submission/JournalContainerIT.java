package org.restante.submission;

import org.restante.testing.NeedsPostgresContainer;
import org.restante.testing.PostgresContainer;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@NeedsPostgresContainer
class JournalContainerIT extends JournalTest {

    @DynamicPropertySource
    static void in_a_container(DynamicPropertyRegistry properties) {
        PostgresContainer.use(properties, "journal");
    }
}
