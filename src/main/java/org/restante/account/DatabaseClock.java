package org.restante.account;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The database's clock, which all replicas share: one whose own clock is a day off ends no session. Asked once a minute; between, this
 * machine's steady counter goes on from there.
 */
final class DatabaseClock implements InstantSource {

    private static final Logger log = LoggerFactory.getLogger(DatabaseClock.class);
    private static final Duration ASKED_EVERY = Duration.ofMinutes(1);

    private final JdbcClient database;
    private volatile Reading reading;

    DatabaseClock(JdbcClient database) {
        this.database = database;
        reading = read();
    }

    /** What the database said, and this machine's counter at that moment in nanoseconds. */
    private record Reading(Instant time, long counter) {

        Duration age() {
            return Duration.ofNanos(System.nanoTime() - counter);
        }
    }

    @Override
    public Instant instant() {
        if (reading.age().compareTo(ASKED_EVERY) > 0) {
            refresh();
        }
        Reading last = reading;
        return last.time().plus(last.age());
    }

    private void refresh() {
        try {
            reading = read();
        } catch (DataAccessException e) {
            log.warn("The database does not tell the time; going on from what it said last");
        }
    }

    private Reading read() {
        long before = System.nanoTime();
        Instant time = database.sql("select current_timestamp")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
        return new Reading(time, before);
    }
}
