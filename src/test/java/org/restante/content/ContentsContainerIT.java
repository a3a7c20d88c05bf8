package org.restante.content;

import javax.sql.DataSource;
import org.restante.testing.NeedsPostgresContainer;
import org.restante.testing.TestDatabase;

@NeedsPostgresContainer
class ContentsContainerIT extends ContentsTest {

    @Override
    protected DataSource source() {
        return TestDatabase.postgresContainer();
    }
}
