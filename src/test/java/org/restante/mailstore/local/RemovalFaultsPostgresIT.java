package org.restante.mailstore.local;

import javax.sql.DataSource;
import org.restante.testing.TestDatabase;

/** The same on PostgreSQL. */
class RemovalFaultsPostgresIT extends RemovalFaultsTest {

    @Override
    protected DataSource createDatabase() {
        return TestDatabase.postgres();
    }

    @Override
    protected int passedOver() {
        return Boolean.getBoolean("restante.endurance") ? 0 : 39;
    }
}
