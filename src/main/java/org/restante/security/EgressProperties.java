package org.restante.security;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Restante fetches pictures of other sites for its people.
 *
 * @param reachable networks that are not public and that it may reach all the same, such as {@code 10.1.0.0/16}, on every port
 * @param limit how long one fetch may take in all
 */
@ConfigurationProperties("restante.egress")
public record EgressProperties(
        @DefaultValue List<String> reachable,
        @DefaultValue("10s") Duration limit) {}
