package org.restante.submission;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What an operator sees of the outbox: {@code restante.outbox.messages} in each state, and in {@code restante.outbox.age} the seconds since
 * the one that has been in that state for longest came into it. Asked of the database when somebody looks, every few seconds at most.
 */
@Component
class OutboxMeters {

    private static final Duration FRESH = Duration.ofSeconds(10);

    private final JdbcClient database;
    private final InstantSource clock;
    private Map<OutboxState, Count> counts = Map.of();
    private long askedAt = System.nanoTime() - FRESH.toNanos();

    OutboxMeters(JdbcClient database, InstantSource clock, MeterRegistry meters) {
        this.database = database;
        this.clock = clock;
        for (OutboxState state : OutboxState.values()) {
            String name = state.name().toLowerCase(Locale.ROOT);
            Gauge.builder(
                            "restante.outbox.messages",
                            this,
                            outbox -> outbox.count(state).messages())
                    .tag("state", name)
                    .register(meters);
            Gauge.builder(
                            "restante.outbox.age",
                            this,
                            outbox -> outbox.count(state).oldest().toSeconds())
                    .tag("state", name)
                    .baseUnit("seconds")
                    .register(meters);
        }
    }

    private record Count(OutboxState state, long messages, Duration oldest) {}

    private synchronized Count count(OutboxState state) {
        if (System.nanoTime() - askedAt >= FRESH.toNanos()) {
            Map<OutboxState, Count> fresh = new EnumMap<>(OutboxState.class);
            database.sql("select state, count(*) as messages, min(changed_at) as oldest from outbox group by state")
                    .query((row, number) -> read(row))
                    .list()
                    .forEach(each -> fresh.put(each.state(), each));
            counts = fresh;
            askedAt = System.nanoTime();
        }
        return counts.getOrDefault(state, new Count(state, 0, Duration.ZERO));
    }

    private Count read(ResultSet row) throws SQLException {
        var oldest = row.getObject("oldest", OffsetDateTime.class).toInstant();
        return new Count(
                OutboxState.valueOf(row.getString("state")),
                row.getLong("messages"),
                Duration.between(oldest, clock.instant()));
    }
}
