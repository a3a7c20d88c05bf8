package org.restante.mailstore.local;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.restante.content.Contents;
import org.restante.mailstore.Credential;
import org.restante.mailstore.Endpoint.Protocol;
import org.restante.mailstore.MailStore;
import org.restante.mailstore.MailStores;
import org.restante.mailstore.MaildropPolicy;
import org.restante.mailstore.MaildropState;
import org.restante.mailstore.Maildrops;
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
public final class LocalMailStores implements MailStores, Maildrops, AutoCloseable {

    private static final Duration SELDOM = Duration.ofMinutes(1);

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
        var boxes = new BoxTable(database, transaction);
        var removals = new RemovalTable(batches, transaction, boxes, messages, contents);
        var cache = new ContentCache(
                database, transaction, contents, properties.cached().toBytes());
        var room = new Room(database, properties.quota().toBytes());
        services = new LocalServices(
                drops,
                boxes,
                messages,
                new FlagTable(batches, transaction),
                new Relocation(batches, transaction, contents),
                transaction,
                new MaildropGate(
                        database, messages, reconciliation, proven, drops, properties, new MaildropMeters(meters)),
                new HeaderFiller(
                        messages, new Removal(drops, removals, cache, room, properties.undo()), properties.fillFor()),
                cache,
                proven,
                new OwnMessages(database, messages, contents, transaction),
                removals,
                room,
                properties.lookEvery());
    }

    @Override
    public MailStore of(Credential credential) {
        return new LocalMailStore(services, credential);
    }

    @Override
    public Optional<MaildropState> state(Credential credential) {
        if (!isRead(credential)) {
            return Optional.empty();
        }
        Drop drop = services.drops().of(credential);
        MessageTable.Places places = services.messages().places(drop);
        return Optional.of(new MaildropState(
                drop.policy(),
                credential.server().removesMail(),
                services.drops().lastRead(drop).map(DropTable.Reading::at),
                places.onServer(),
                places.hereAlone(),
                services.room().quota(drop)));
    }

    @Override
    public boolean isRead(Credential credential) {
        return credential.server().incoming().protocol() == Protocol.POP3;
    }

    @Override
    public Optional<Look> lastLook(Credential credential) {
        return Optional.of(credential)
                .filter(this::isRead)
                .flatMap(services.drops()::find)
                .flatMap(drop -> services.drops()
                        .lastRead(drop)
                        .map(read -> new Look(
                                read.at(), Collections.max(List.of(SELDOM, services.lookEvery(), drop.pause())))));
    }

    @Override
    public void choose(Credential credential, MaildropPolicy policy) {
        if (policy.kind() == MaildropPolicy.Kind.REMOVE && !credential.server().removesMail()) {
            throw new IllegalArgumentException("the operator does not allow it");
        }
        services.drops().choose(services.drops().of(credential), policy);
    }

    /** Leaves all maildrops. */
    @Override
    public void close() {
        services.filler().close();
    }
}
