package org.restante.account;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the operator sets.
 *
 * @param secret what seals and signatures are made under; null: see {@link ServerSecret}
 * @param previousSecret still accepted while rotating; null where there is none
 * @param data the folder of the embedded database
 * @param plainHttp whether people may sign in over plain HTTP beyond loopback
 * @param zone the time zone of people whose browser names none; null: the system's
 * @param servers the mail servers, by the operator's names for them
 */
@ConfigurationProperties("restante")
public record RestanteProperties(
        String secret,
        String previousSecret,
        @DefaultValue("./data") String data,
        boolean plainHttp,
        ZoneId zone,
        @DefaultValue Map<String, ServerProperties> servers,
        @DefaultValue Limits limits) {

    public RestanteProperties {
        zone = zone == null ? ZoneId.systemDefault() : zone;
    }

    /**
     * How long things may take.
     *
     * @param connect connecting to a mail server
     * @param exchange one exchange with a mail server, in all
     * @param request one request of a browser, waiting for a mail connection included
     */
    public record Limits(
            @DefaultValue("5s") Duration connect,
            @DefaultValue("20s") Duration exchange,
            @DefaultValue("30s") Duration request) {}

    /** Returns nothing that is secret. */
    @Override
    public String toString() {
        return "servers " + servers.keySet();
    }
}
