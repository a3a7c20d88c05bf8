package org.restante.mailstore.local;

import javax.sql.DataSource;
import org.restante.testing.TestDatabase;

class MaildropLeasePostgresIT extends MaildropLeaseTest {

    @Override
    protected DataSource source() {
        return TestDatabase.postgres();
    }
}
