package org.restante.account;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Removes sessions that have ended, and the passwords sealed in them. */
@Component
class SessionCleanup {

    /** Few enough that no transaction holds up a sign-in. */
    private static final int AT_ONCE = 200;

    private final SessionRepository repository;
    private final InstantSource clock;

    SessionCleanup(SessionRepository repository, InstantSource clock) {
        this.repository = repository;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT10M")
    void removeEnded() {
        Instant now = clock.instant();
        List<String> ended;
        do {
            ended = repository.findEnded(
                    now.minus(SessionLife.ABSOLUTE), now.minus(SessionLife.IDLE), Limit.of(AT_ONCE));
            repository.end(ended);
        } while (ended.size() == AT_ONCE);
    }
}
