package org.restante.collect;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * From where mail may be collected, and how often.
 *
 * @param servers the POP3 servers that people may name, such as {@code pop3s://pop.example.org}
 * @param anyHost whether they may name any other public one too; it is spoken to over TLS at port 995
 * @param every how long to wait between two runs
 */
@ConfigurationProperties("restante.collect")
public record CollectProperties(
        @DefaultValue List<URI> servers,
        boolean anyHost,
        @DefaultValue("10m") Duration every) {

    boolean allowsNone() {
        return servers.isEmpty() && !anyHost;
    }
}
