package org.restante.submission.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.time.Duration;
import java.util.concurrent.Future;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.restante.mailstore.Watchdog;

/** Limits how long a whole answer may take: by a limit on each read a server could speak an octet a second for ever. */
final class WatchedTransport extends SMTPTransport {

    private final SmtpSockets sockets;
    private final Duration limit;

    WatchedTransport(Session session, URLName server, SmtpSockets sockets, Duration limit) {
        super(session, server);
        this.sockets = sockets;
        this.limit = limit;
    }

    @Override
    protected int readServerResponse() throws MessagingException {
        Future<?> alarm = Watchdog.after(limit, sockets::close);
        try {
            return super.readServerResponse();
        } finally {
            alarm.cancel(false);
        }
    }
}
