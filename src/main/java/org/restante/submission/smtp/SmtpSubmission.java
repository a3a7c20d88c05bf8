package org.restante.submission.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.restante.account.SubmissionServer;
import org.restante.mailstore.Endpoint.Security;
import org.restante.mailstore.Trust;
import org.restante.submission.Outcome;
import org.restante.submission.Reason;
import org.restante.submission.Refusal;
import org.restante.submission.Submission;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Hands messages over by SMTP (RFC 5321, RFC 6409). */
@Component
class SmtpSubmission implements Submission {

    private static final Logger log = LoggerFactory.getLogger(SmtpSubmission.class);

    static {
        // Jakarta Mail would look for it anew whenever it is needed.
        System.setProperty("jakarta.mail.util.StreamProvider", "org.eclipse.angus.mail.util.MailStreamProvider");
    }

    @Override
    public Outcome transmit(SubmissionServer server, Handover message, Progress progress) {
        SMTPTransport transport = null;
        var outgoing = new OutgoingMessage[1];
        try {
            var sockets = new SmtpSockets(Trust.context(server.certificate()).getSocketFactory());
            Session session = session(server, message, sockets);
            var name = new URLName("smtp", server.host(), server.port(), null, null, null);
            transport = new WatchedTransport(session, name, sockets, answerLimit(server));
            SmtpSignIn.connect(transport, server, message.credential());
            Refusal refusal = lacking(transport, message);
            if (refusal != null) {
                return new Outcome.NotTaken(refusal, Map.of());
            }
            outgoing[0] = new OutgoingMessage(session, message, progress, transport.supportsExtension("8BITMIME"));
            transport.sendMessage(outgoing[0], recipients(message.recipients()));
            return new Outcome.Taken(Map.of());
        } catch (MessagingException e) {
            // What the server says may name a recipient.
            log.info("A message was not simply taken: {}", e.getClass().getSimpleName());
            boolean ended = outgoing[0] != null && outgoing[0].isEnded();
            return SmtpAnswers.outcome(e, ended, transport == null ? 0 : transport.getLastReturnCode());
        } catch (IOException e) {
            return new Outcome.NotTaken(new Refusal(Reason.CERTIFICATE, false), Map.of());
        } finally {
            close(transport);
        }
    }

    /** The answer to the final dot may take longest (RFC 5321 §4.5.3.2.6). */
    private static Duration answerLimit(SubmissionServer server) {
        return server.exchangeLimit().multipliedBy(3);
    }

    private static Refusal lacking(SMTPTransport transport, Handover message) {
        if (message.international() && !transport.supportsExtension("SMTPUTF8")) {
            return new Refusal(Reason.INTERNATIONAL, false);
        }
        String most = transport.getExtensionParameter("SIZE");
        if (most != null && most.matches("[1-9][0-9]{0,17}") && Long.parseLong(most) < message.size()) {
            return new Refusal(Reason.TOO_LARGE, false);
        }
        boolean sevenBit = transport.supportsExtension("8BITMIME") || OutgoingMessage.isSevenBit(message);
        return sevenBit ? null : new Refusal(Reason.EIGHT_BIT, false);
    }

    private static InternetAddress[] recipients(List<String> addresses) {
        return addresses.stream()
                .map(address -> {
                    var recipient = new InternetAddress();
                    recipient.setAddress(address);
                    return recipient;
                })
                .toArray(InternetAddress[]::new);
    }

    private static Session session(SubmissionServer server, Handover message, SmtpSockets sockets) {
        var properties = new Properties();
        properties.setProperty("mail.smtp.connectiontimeout", milliseconds(server.connectLimit()));
        properties.setProperty("mail.smtp.timeout", milliseconds(answerLimit(server)));
        properties.setProperty("mail.smtp.writetimeout", milliseconds(answerLimit(server)));
        SmtpSignIn.configure(properties, server);
        // Neither this machine's name nor the person's address.
        properties.setProperty("mail.smtp.localhost", "[127.0.0.1]");
        properties.setProperty("mail.smtp.sendpartial", "true");
        properties.setProperty("mail.smtp.quitwait", "false");
        properties.setProperty("mail.mime.allowutf8", Boolean.toString(message.international()));
        boolean tls = server.security() == Security.TLS;
        boolean startTls = server.security() == Security.STARTTLS;
        properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(tls));
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(startTls));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(startTls));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.socketFactory", sockets.plain());
        properties.setProperty("mail.smtp.socketFactory.fallback", "false");
        properties.put("mail.smtp.ssl.socketFactory", sockets.tls());
        properties.setProperty("mail.smtp.ssl.socketFactory.fallback", "false");
        return Session.getInstance(properties);
    }

    private static String milliseconds(Duration limit) {
        return Long.toString(limit.toMillis());
    }

    private static void close(SMTPTransport transport) {
        try {
            if (transport != null) {
                transport.close();
            }
        } catch (MessagingException e) {
            log.debug("A server was left without QUIT", e);
        }
    }
}
