package org.restante.mailstore.imap;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.restante.mailstore.Credential;
import org.restante.mailstore.MailStore;
import org.restante.mailstore.MailStores;
import org.restante.mailstore.RoleChoices;
import org.restante.mailstore.pool.ConnectionPool;
import org.restante.mailstore.pool.PoolProperties;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Fallback;
import org.springframework.stereotype.Component;

/** The mail stores on IMAP servers, over one pool of connections. */
@Component
@Fallback
@EnableConfigurationProperties({PoolProperties.class, EnvelopeProperties.class, ImapProperties.class})
public final class ImapMailStores implements MailStores, AutoCloseable {

    private final ConnectionPool<Credential, ImapConnection> pool;
    private final RowCache cache;
    private final RoleChoices roles;

    /** Makes stores for people who chose no roles. */
    public ImapMailStores(
            PoolProperties properties, EnvelopeProperties envelopes, ImapProperties imap, MeterRegistry meters) {
        this(properties, envelopes, imap, meters, RoleChoices.NONE);
    }

    /** Makes the stores; nothing is connected yet. */
    @Autowired
    public ImapMailStores(
            PoolProperties properties,
            EnvelopeProperties envelopes,
            ImapProperties imap,
            MeterRegistry meters,
            RoleChoices roles) {
        this.roles = roles;
        var meter = new ExchangeMeter(meters);
        cache = new RowCache(envelopes.memory().toBytes(), meters);
        pool = new ConnectionPool<>(
                credential -> ImapConnector.connect(credential, properties.check(), imap.compression(), meter),
                credential -> List.of(credential.server().name(), credential.login()),
                properties,
                meters);
    }

    @Override
    public MailStore of(Credential credential) {
        return new ImapMailStore(pool, credential, cache, new ChosenRoles(roles, credential));
    }

    /** Takes leave of all servers. */
    @Override
    public void close() {
        pool.close();
    }
}
