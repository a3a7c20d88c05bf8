package org.restante.mailstore.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.restante.mailstore.Credential;
import org.restante.mailstore.MailFailure;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.MailboxView;
import org.restante.mailstore.OpenMode;
import org.restante.mailstore.PageRequest;
import org.restante.testing.Pop3Script;
import org.restante.testing.ScriptedServer;
import org.restante.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class MaildropLeaseTest {

    private JdbcClient database;
    private DataSource source;
    private Drop drop;

    /** Returns the database that replicas share. */
    protected DataSource source() {
        return TestDatabase.h2();
    }

    @BeforeEach
    void connect() {
        source = source();
        database = JdbcClient.create(source);
        var drops = new DropTable(database, new TransactionTemplate(new JdbcTransactionManager(source)));
        drop = drops.of(LocalStores.credential(110, UUID.randomUUID().toString()));
    }

    @Test
    void only_one_has_it_and_who_waits_is_noticed() throws Exception {
        MaildropLease first = MaildropLease.take(database, drop, Duration.ZERO);
        assertThat(first.isWanted()).isFalse();
        assertThatThrownBy(() -> MaildropLease.take(database, drop, Duration.ofMillis(60)))
                .isInstanceOf(NotNowException.class);
        assertThat(first.isWanted()).isTrue();
        first.release();

        MaildropLease second = MaildropLease.take(database, drop, Duration.ZERO);
        assertThat(second.isWanted()).isFalse();
        first.release();
        assertThatThrownBy(() -> MaildropLease.take(database, drop, Duration.ZERO))
                .isInstanceOf(NotNowException.class);
    }

    @Test
    void it_ends_by_itself_and_then_its_holder_writes_nothing_more() throws Exception {
        MaildropLease dead = MaildropLease.take(database, drop, Duration.ZERO);
        database.sql("update maildrop set lease_until = current_timestamp - interval '1' second where id = :id")
                .param("id", drop.id())
                .update();

        MaildropLease.take(database, drop, Duration.ZERO);
        assertThatThrownBy(dead::renew).isInstanceOf(MailFailure.Refused.class);
        assertThatThrownBy(dead::markRead).isInstanceOf(MailFailure.Refused.class);
    }

    @Test
    void two_replicas_open_a_maildrop_one_after_the_other() throws Exception {
        var maildrop = new Pop3Script();
        for (int i = 1; i <= 300; i++) {
            maildrop.message("u" + i, "Subject: " + i + "\n\nText\n");
        }
        var open = new AtomicInteger();
        var most = new AtomicInteger();
        try (var server = ScriptedServer.playing(connection -> {
                    most.accumulateAndGet(open.incrementAndGet(), Math::max);
                    try {
                        maildrop.play(connection);
                    } finally {
                        open.decrementAndGet();
                    }
                });
                var one = LocalStores.on(source);
                var other = LocalStores.on(source)) {
            Credential credential =
                    LocalStores.credential(server.port(), UUID.randomUUID().toString());
            for (MailboxView view : concurrently(20, i -> () -> list(i % 2 == 0 ? one : other, credential))) {
                assertThat(view.page().total()).isEqualTo(300);
                assertThat(view.page().rows().get(0).envelope().subject()).isEqualTo("300");
            }
        }
        assertThat(most).hasValue(1);
    }

    private static MailboxView list(LocalMailStores replica, Credential credential) throws IOException {
        return replica.of(credential)
                .open(MailboxName.INBOX, OpenMode.READ, mailbox -> mailbox.view(new PageRequest.Numbered(1, 50)));
    }

    private interface Numbered<T> {
        Callable<T> task(int number);
    }

    private static <T> List<T> concurrently(int count, Numbered<T> tasks) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                futures.add(threads.submit(tasks.task(i)));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
