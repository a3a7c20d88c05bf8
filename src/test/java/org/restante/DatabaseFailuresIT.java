package org.restante;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.restante.testing.Page;
import org.restante.testing.Person;
import org.restante.testing.Postgres;
import org.restante.testing.RunningRestante;
import org.restante.testing.TcpProxy;
import org.restante.testing.Visitor;

/** A PostgreSQL that is down, silent, full or read-only: a page says so, nobody is signed out, and all goes on when it is back. */
class DatabaseFailuresIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static TcpProxy proxy;
    private static RunningRestante restante;
    private static String database;
    private static Person person;

    private final Visitor visitor = new Visitor(restante.port());

    @BeforeAll
    static void start() throws Exception {
        database = Postgres.newDatabase("failures");
        proxy = TcpProxy.unrecordedTo(Postgres.port());
        person = Person.at("whole.example").withMessage("INBOX", "One");
        restante = RunningRestante.onDatabase(
                "jdbc:postgresql://127.0.0.1:%d/failures?user=postgres&socketTimeout=2&connectTimeout=2"
                        .formatted(proxy.port()),
                "imap://127.0.0.1:" + person.imapPort() + "?tls=off",
                "restante.secret=long enough to be a secret of a test",
                "spring.datasource.hikari.connection-timeout=2000",
                "spring.datasource.hikari.validation-timeout=1000");
    }

    @AfterAll
    static void stop() throws Exception {
        restante.close();
        proxy.close();
    }

    @Test
    void down() {
        visitor.signedIn(person.address(), person.password());

        Page page = during(() -> {
            proxy.refuse();
            return visitor.get("/mail/INBOX");
        });

        assertSaysSo(page);
        assertGoesOn();
    }

    @Test
    void silent() {
        visitor.signedIn(person.address(), person.password());

        Page page = during(() -> {
            proxy.stall();
            return visitor.get("/mail/INBOX");
        });

        assertSaysSo(page);
        proxy.closeConnections();
        assertGoesOn();
    }

    @Test
    void read_only() throws Exception {
        visitor.signedIn(person.address(), person.password());
        new Visitor(restante.port()).signedIn(person.address(), person.password());
        asOperator("alter database failures set default_transaction_read_only = on");
        try {
            proxy.closeConnections();
            await().atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(visitor.get("/mail/INBOX").status()).isEqualTo(200));
            assertSaysSo(new Visitor(restante.port()).signIn(person.address(), person.password()));
        } finally {
            asOperator("alter database failures reset default_transaction_read_only");
            proxy.closeConnections();
        }
        assertGoesOn();
    }

    @Test
    void full() throws Exception {
        asOperator("create function full_disk() returns trigger language plpgsql as"
                + " $$ begin raise exception 'could not extend file' using errcode = '53100'; end $$");
        asOperator("create trigger full_disk before insert on account_session execute function full_disk()");
        try {
            assertSaysSo(visitor.signIn(person.address(), person.password()));
        } finally {
            asOperator("drop trigger full_disk on account_session");
        }
        visitor.signedIn(person.address(), person.password());
        assertGoesOn();
    }

    private static Page during(Callable<Page> trouble) {
        try {
            return trouble.call();
        } catch (Exception e) {
            throw new AssertionError(e);
        } finally {
            proxy.heal();
        }
    }

    private static void assertSaysSo(Page page) {
        assertThat(page.status()).isEqualTo(503);
        assertThat(page.header("Retry-After")).isNotEmpty();
        assertThat(page.text()).contains("database").doesNotContain("Exception", "SQL", "postgres");
    }

    private void assertGoesOn() {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(visitor.get("/mail/INBOX").status()).isEqualTo(200));
    }

    private static void asOperator(String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection(database);
                Statement statement = connection.createStatement()) {
            statement.execute("set default_transaction_read_only = off");
            statement.execute(sql);
        }
    }
}
