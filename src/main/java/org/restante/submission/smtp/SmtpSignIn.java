package org.restante.submission.smtp;

import jakarta.mail.MessagingException;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.restante.account.SubmissionServer;
import org.restante.mailstore.Credential;

/** How a person signs in at the server that sends (RFC 4954): by password; with a token it is another mechanism, and nothing else. */
final class SmtpSignIn {

    private static final String BY_PASSWORD = "PLAIN LOGIN";

    private SmtpSignIn() {}

    static void configure(Properties properties, SubmissionServer server) {
        properties.setProperty("mail.smtp.auth", Boolean.toString(server.authenticated()));
        properties.setProperty("mail.smtp.auth.mechanisms", BY_PASSWORD);
    }

    static void connect(SMTPTransport transport, SubmissionServer server, Credential credential)
            throws MessagingException {
        boolean signsIn = server.authenticated();
        transport.connect(
                server.host(),
                server.port(),
                signsIn ? credential.login() : null,
                signsIn ? credential.password() : null);
    }
}
