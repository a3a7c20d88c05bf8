package org.restante.mailstore.local;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;
import org.restante.mailstore.MailFailure;

/** What an operator sees of maildrops, as {@code restante.pop3.…}. */
final class MaildropMeters {

    /** How long each was open. */
    final Timer open;

    final Counter headers;
    final Counter messages;
    private final MeterRegistry meters;

    MaildropMeters(MeterRegistry meters) {
        this.meters = meters;
        open = Timer.builder("restante.pop3.open").register(meters);
        headers = Counter.builder("restante.pop3.headers").register(meters);
        messages = Counter.builder("restante.pop3.messages").register(meters);
    }

    /** One could not be opened now. */
    void notNow(NotNowException why) {
        failed(why.kind().name());
    }

    /** One could not be opened. */
    void failed(MailFailure why) {
        failed(why.getClass().getSimpleName());
    }

    private void failed(String why) {
        Counter.builder("restante.pop3.failed")
                .tag("why", why.toLowerCase(Locale.ROOT).replace('_', '-'))
                .register(meters)
                .increment();
    }
}
