package org.restante.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Primary;

/** A clock that tests move on; it stands still in between. */
@TestComponent
@Primary
public class AdjustableClock implements InstantSource {

    private volatile Instant now = Instant.parse("2026-11-23T12:00:00Z");

    /** Lets time pass. */
    public void pass(Duration duration) {
        now = now.plus(duration);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
