package org.restante.submission.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** Limits how long a whole answer may take: by a limit on each read a server could speak an octet a second for ever. */
final class WatchedTransport extends SMTPTransport {

    private static final ScheduledThreadPoolExecutor TIMER = new ScheduledThreadPoolExecutor(1, work -> {
        Thread thread = new Thread(work, "submission-watchdog");
        thread.setDaemon(true);
        return thread;
    });

    static {
        TIMER.setRemoveOnCancelPolicy(true);
    }

    private final SmtpSockets sockets;
    private final Duration limit;

    WatchedTransport(Session session, URLName server, SmtpSockets sockets, Duration limit) {
        super(session, server);
        this.sockets = sockets;
        this.limit = limit;
    }

    @Override
    protected int readServerResponse() throws MessagingException {
        Future<?> alarm = TIMER.schedule(sockets::close, limit.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return super.readServerResponse();
        } finally {
            alarm.cancel(false);
        }
    }
}
