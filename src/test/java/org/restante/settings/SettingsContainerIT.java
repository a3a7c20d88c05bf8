package org.restante.settings;

import org.restante.testing.NeedsPostgresContainer;
import org.restante.testing.PostgresContainer;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@NeedsPostgresContainer
class SettingsContainerIT extends SettingsTest {

    @DynamicPropertySource
    static void in_a_container(DynamicPropertyRegistry properties) {
        PostgresContainer.use(properties, "settings");
    }
}
