package org.restante.mailstore.local;

import io.micrometer.core.instrument.MeterRegistry;
import org.restante.content.Contents;
import org.restante.mailstore.Credential;
import org.restante.mailstore.MailStore;
import org.restante.mailstore.MailStores;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Fallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The mail stores of POP3 accounts. */
@Component
@Fallback
@EnableConfigurationProperties(LocalProperties.class)
public final class LocalMailStores implements MailStores, AutoCloseable {

    private final LocalServices services;

    /** Makes the stores; nothing is connected yet. */
    public LocalMailStores(
            LocalProperties properties,
            JdbcTemplate batches,
            PlatformTransactionManager transactions,
            Contents contents,
            MeterRegistry meters) {
        JdbcClient database = JdbcClient.create(batches);
        var transaction = new TransactionTemplate(transactions);
        var messages = new MessageTable(database, batches);
        var drops = new DropTable(database, transaction);
        var reconciliation = new Reconciliation(messages, drops, contents, transaction);
        var proven = new ProvenCredentials();
        services = new LocalServices(
                drops,
                new BoxTable(database, transaction),
                messages,
                new FlagTable(batches, transaction),
                new Relocation(batches, transaction, contents),
                transaction,
                new MaildropGate(
                        database, messages, reconciliation, proven, drops, properties, new MaildropMeters(meters)),
                new HeaderFiller(messages, properties.fillFor()),
                new ContentCache(
                        database, transaction, contents, properties.cached().toBytes()),
                proven,
                new OwnMessages(database, messages, contents, transaction),
                properties.lookEvery());
    }

    @Override
    public MailStore of(Credential credential) {
        return new LocalMailStore(services, credential);
    }

    /** Leaves all maildrops. */
    @Override
    public void close() {
        services.filler().close();
    }
}
