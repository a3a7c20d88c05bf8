package org.restante.operation;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.restante.account.MailServers;
import org.restante.account.RestanteProperties;
import org.restante.mailstore.Endpoint;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.info.BuildProperties;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** How this replica is, and whether it reaches the database and the mail servers: {@code /actuator/status} on the management port. */
@Component
@WebEndpoint(id = "status")
class OperatorStatus {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final ApplicationAvailability availability;
    private final ObjectProvider<BuildProperties> build;
    private final JdbcTemplate database;
    private final RestanteProperties properties;
    private final MailServers mailServers;

    OperatorStatus(
            ApplicationAvailability availability,
            ObjectProvider<BuildProperties> build,
            JdbcTemplate database,
            RestanteProperties properties,
            MailServers mailServers) {
        this.availability = availability;
        this.build = build;
        this.database = database;
        this.properties = properties;
        this.mailServers = mailServers;
    }

    /**
     * Whether something is reached.
     *
     * @param problem what kind of thing is in the way; null where it is reached
     */
    record Reach(boolean reached, long millis, String problem) {}

    /** The state of one replica. */
    record Status(
            String version,
            String readiness,
            long uptimeSeconds,
            Reach database,
            long sessions,
            Map<String, Map<String, Reach>> servers) {}

    @ReadOperation
    Status status() {
        BuildProperties known = build.getIfAvailable();
        long[] sessions = new long[1];
        Reach reach = reach(() -> sessions[0] = count());
        Map<String, Map<String, Reach>> servers = new LinkedHashMap<>();
        properties.servers().keySet().forEach(name -> servers.put(name, ofServer(name)));
        return new Status(
                known == null ? "" : known.getVersion(),
                availability.getReadinessState().name(),
                ManagementFactory.getRuntimeMXBean().getUptime()
                        / Duration.ofSeconds(1).toMillis(),
                reach,
                sessions[0],
                servers);
    }

    private long count() {
        Long sessions = database.queryForObject("select count(*) from account_session", Long.class);
        return sessions == null ? 0 : sessions;
    }

    private Map<String, Reach> ofServer(String name) {
        Map<String, Reach> ways = new LinkedHashMap<>();
        Endpoint incoming = Endpoint.of(properties.servers().get(name).incoming());
        ways.put("incoming", reach(() -> connect(incoming.host(), incoming.port())));
        mailServers
                .submission(name)
                .ifPresent(there -> ways.put("submission", reach(() -> connect(there.host(), there.port()))));
        return ways;
    }

    private static boolean connect(String host, int port) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), (int) PATIENCE.toMillis());
            return true;
        }
    }

    private static Reach reach(Callable<?> attempt) {
        long start = System.nanoTime();
        String problem = null;
        try {
            attempt.call();
        } catch (Exception e) {
            problem = e.getClass().getSimpleName();
        }
        return new Reach(
                problem == null, Duration.ofNanos(System.nanoTime() - start).toMillis(), problem);
    }
}
