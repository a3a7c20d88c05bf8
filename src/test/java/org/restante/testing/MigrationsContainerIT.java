package org.restante.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

@NeedsPostgresContainer
class MigrationsContainerIT {

    @Test
    void make_all_tables_of_an_empty_database_and_have_nothing_to_do_the_second_time() {
        Flyway flyway = Flyway.configure()
                .dataSource(PostgresContainer.url(), null, null)
                .schemas("migrations")
                .load();

        assertThat(flyway.migrate().migrationsExecuted).isPositive();
        flyway.validate();
        assertThat(flyway.migrate().migrationsExecuted).isZero();
    }
}
