package org.restante.mailstore.pool;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many connections to mail servers are kept, and for how long.
 *
 * @param perAccount how many an account has at most; servers often serve no more than 10
 * @param total how many there are at most in all
 * @param patience how long a request waits for one to come free
 * @param idle after how long without use a connection is closed
 * @param check after how long without use a connection is tried before it is lent again
 * @param refusalMemory how long a credential that the server did not accept is not sent to it again
 */
@ConfigurationProperties("restante.pool")
public record PoolProperties(
        @DefaultValue("6") int perAccount,
        @DefaultValue("500") int total,
        @DefaultValue("10s") Duration patience,
        @DefaultValue("3m") Duration idle,
        @DefaultValue("30s") Duration check,
        @DefaultValue("30s") Duration refusalMemory) {

    public PoolProperties {
        if (perAccount < 1 || total < 1) {
            throw new IllegalArgumentException("restante.pool: at least one connection is needed");
        }
    }
}
