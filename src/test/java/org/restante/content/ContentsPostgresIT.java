package org.restante.content;

import javax.sql.DataSource;
import org.restante.testing.TestDatabase;

class ContentsPostgresIT extends ContentsTest {

    @Override
    protected DataSource source() {
        return TestDatabase.postgres();
    }
}
