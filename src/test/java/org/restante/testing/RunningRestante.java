package org.restante.testing;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import org.restante.RestanteApplication;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The application as it is, on a free port, with a database in memory, in front of a real mail server. */
public final class RunningRestante implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private RunningRestante(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /**
     * Starts it.
     *
     * @param incoming where mail is read, such as {@code imap://127.0.0.1:1143?tls=off}
     * @param properties further ones, such as {@code restante.limits.exchange=1s}
     */
    public static RunningRestante inFrontOf(String incoming, String... properties) {
        return start(new SpringApplication(RestanteApplication.class), incoming, properties);
    }

    /** Starts it on a database of the caller's, given by its JDBC address. */
    public static RunningRestante onDatabase(String url, String incoming, String... properties) {
        return start(new SpringApplication(RestanteApplication.class), url, incoming, properties);
    }

    /** Starts it where time stands still, as {@link AdjustableClock} says. */
    public static RunningRestante atNoon(String incoming, String... properties) {
        return start(new SpringApplication(RestanteApplication.class, AdjustableClock.class), incoming, properties);
    }

    private static RunningRestante start(SpringApplication restante, String incoming, String... properties) {
        return start(restante, "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", incoming, properties);
    }

    private static RunningRestante start(
            SpringApplication restante, String database, String incoming, String... properties) {
        Stream<String> ours = Stream.of(
                "server.port=0",
                "management.server.port=-1",
                "spring.datasource.url=" + database,
                "restante.servers.default.incoming=" + incoming);
        Stream<String> kept = ours.filter(property -> Arrays.stream(properties)
                .noneMatch(other -> other.startsWith(property.substring(0, property.indexOf('=') + 1))));
        return new RunningRestante(restante.run(Stream.concat(kept, Arrays.stream(properties))
                .map(property -> "--" + property)
                .toArray(String[]::new)));
    }

    /** Returns what all addresses begin with, such as {@code http://localhost:49152}. */
    public String origin() {
        return "http://localhost:" + context.getEnvironment().getProperty("local.server.port");
    }

    /** Returns the port of the pages. */
    public int port() {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    /** Returns the value of a gauge, such as {@code restante.pool.lent}. */
    public double gauge(String name) {
        return context.getBean(MeterRegistry.class).get(name).gauge().value();
    }

    @Override
    public void close() {
        context.close();
    }
}
