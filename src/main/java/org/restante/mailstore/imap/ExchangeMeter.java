package org.restante.mailstore.imap;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** How long exchanges with one server take, by the commands said in them, as {@code restante.mail.exchange}. */
record ExchangeMeter(MeterRegistry meters, String server) {

    /** Counts one exchange, also where it failed. */
    void record(List<Command> commands, long nanos) {
        String names = commands.stream().map(Command::name).distinct().collect(Collectors.joining("+"));
        Timer.builder("restante.mail.exchange")
                .tag("server", server)
                .tag("command", names)
                .register(meters)
                .record(nanos, TimeUnit.NANOSECONDS);
    }
}
