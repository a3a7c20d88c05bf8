package org.restante.mailstore.imap;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** How long exchanges with servers take, by the commands said in them, as {@code restante.mail.exchange}. */
final class ExchangeMeter {

    private record Kind(String server, String commands) {}

    private final MeterRegistry meters;
    private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();

    ExchangeMeter(MeterRegistry meters) {
        this.meters = meters;
    }

    /** Counts one exchange, also where it failed. */
    void record(String server, List<Command> commands, long nanos) {
        String names = commands.size() == 1
                ? commands.get(0).name()
                : commands.stream().map(Command::name).distinct().collect(Collectors.joining("+"));
        timers.computeIfAbsent(new Kind(server, names), this::timer).record(nanos, TimeUnit.NANOSECONDS);
    }

    private Timer timer(Kind kind) {
        return Timer.builder("restante.mail.exchange")
                .tag("server", kind.server)
                .tag("command", kind.commands)
                .register(meters);
    }
}
