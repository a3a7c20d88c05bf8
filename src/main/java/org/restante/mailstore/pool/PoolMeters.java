package org.restante.mailstore.pool;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** What an operator sees of a pool, as {@code restante.pool.…}. */
final class PoolMeters {

    /** Why a connection that worked was closed. */
    enum Retirement {
        /** Nobody used it for long. */
        IDLE,
        /** Another one needed its place. */
        ROOM,
        /** It had made the server's end large. */
        WORN
    }

    final Counter opened;
    final Counter failed;
    final Timer waited;
    private final MeterRegistry meters;

    PoolMeters(MeterRegistry meters, Ledger<?, ?> ledger) {
        this.meters = meters;
        opened = Counter.builder("restante.pool.opened").register(meters);
        failed = Counter.builder("restante.pool.failed").register(meters);
        waited = Timer.builder("restante.pool.waited").register(meters);
        Gauge.builder("restante.pool.lent", ledger, Ledger::lent).register(meters);
        Gauge.builder("restante.pool.idle", ledger, Ledger::idle).register(meters);
        Gauge.builder("restante.pool.waiting", ledger, Ledger::waiting).register(meters);
        for (Retirement why : Retirement.values()) {
            retired(why, 0);
        }
    }

    void retired(Retirement why, int connections) {
        Counter.builder("restante.pool.retired")
                .tag("why", why.name().toLowerCase(java.util.Locale.ROOT))
                .register(meters)
                .increment(connections);
    }
}
