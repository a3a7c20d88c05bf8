package org.restante.settings;

import org.restante.testing.Postgres;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

class SettingsPostgresIT extends SettingsTest {

    @DynamicPropertySource
    static void on_postgresql(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", Postgres::url);
        properties.add("restante.secret", () -> "long enough to be a secret of a test");
    }
}
